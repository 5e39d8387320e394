package org.passerelle.packing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Appointment;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;

/** Every group, how groups nest, and whom the company named animator. */
public record GroupBlock(List<Group> groups, List<GroupPart> parts, List<Appointment> appointments) {
    /** Copies the lists. */
    public GroupBlock {
        groups = List.copyOf(groups);
        parts = List.copyOf(parts);
        appointments = List.copyOf(appointments);
    }

    /** As bytes. */
    public byte[] bytes() {
        ByteSink sink = new ByteSink();
        sink.number(groups.size());
        for (Group group : groups) {
            sink.text(group.id());
            sink.text(group.name());
            sink.text(group.dimension().name());
            sink.text(group.kind() == null ? null : group.kind().name());
            sink.flag(group.own());
        }
        sink.number(parts.size());
        for (GroupPart part : parts) {
            sink.text(part.groupId());
            sink.text(part.wholeId());
            sink.date(part.from());
            sink.date(part.until());
        }
        sink.number(appointments.size());
        for (Appointment appointment : appointments) {
            sink.text(appointment.personId());
            sink.text(appointment.communityId());
            sink.date(appointment.from());
            sink.date(appointment.until());
            Double hours = appointment.hoursPerWeek();
            sink.flag(hours != null);
            if (hours != null) {
                sink.real(hours);
            }
        }
        return sink.toBytes();
    }

    /** The block of these bytes. */
    public static GroupBlock of(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        List<Group> groups = new ArrayList<>();
        for (int left = source.count(); left > 0; left--) {
            groups.add(new Group(
                    source.text(),
                    source.text(),
                    Dimension.valueOf(source.text()),
                    kind(source.optionalText()),
                    source.flag()));
        }
        List<GroupPart> parts = new ArrayList<>();
        for (int left = source.count(); left > 0; left--) {
            parts.add(new GroupPart(source.text(), source.text(), source.date(), source.date()));
        }
        List<Appointment> appointments = new ArrayList<>();
        for (int left = source.count(); left > 0; left--) {
            appointments.add(new Appointment(
                    source.text(),
                    source.text(),
                    source.date(),
                    source.date(),
                    source.flag() ? Double.valueOf(source.real()) : null));
        }
        return new GroupBlock(groups, parts, appointments);
    }

    private static @Nullable CommunityKind kind(@Nullable String name) {
        return name == null ? null : CommunityKind.valueOf(name);
    }
}
