package org.passerelle.packing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Membership;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;

/** People of one stretch of numbers, with where they belong and to whom they report; a number may be empty. */
public final class PeopleBlock {
    private PeopleBlock() {}

    /** One person's place in the chart. */
    public record Entry(Person person, List<Membership> memberships, List<ReportingLine> lines) {}

    /** The entries as bytes, in the order of their numbers; null is a number that nobody has any more. */
    public static byte[] bytes(List<@Nullable Entry> entries) {
        ByteSink sink = new ByteSink();
        sink.number(entries.size());
        for (Entry entry : entries) {
            sink.flag(entry != null);
            if (entry != null) {
                write(sink, entry);
            }
        }
        return sink.toBytes();
    }

    private static void write(ByteSink sink, Entry entry) {
        Person person = entry.person();
        sink.text(person.id());
        sink.text(person.name());
        sink.text(person.title());
        sink.text(person.grade());
        sink.date(person.joined());
        sink.date(person.left());
        sink.flag(person.discoverable());
        sink.number(entry.memberships().size());
        for (Membership membership : entry.memberships()) {
            sink.text(membership.groupId());
            sink.date(membership.from());
            sink.date(membership.until());
            sink.real(membership.share());
            sink.flag(membership.primary());
            sink.text(membership.role());
        }
        sink.number(entry.lines().size());
        for (ReportingLine line : entry.lines()) {
            sink.text(line.managerId());
            sink.date(line.from());
            sink.date(line.until());
            sink.text(line.kind().name());
        }
    }

    /** The entries of these bytes. */
    public static List<@Nullable Entry> of(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        int size = source.count();
        List<@Nullable Entry> entries = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            entries.add(source.flag() ? read(source) : null);
        }
        return entries;
    }

    private static Entry read(ByteSource source) {
        Person person = new Person(
                source.text(),
                source.text(),
                source.optionalText(),
                source.optionalText(),
                source.date(),
                source.date(),
                source.flag());
        int belongs = source.count();
        List<Membership> memberships = new ArrayList<>(belongs);
        for (int left = belongs; left > 0; left--) {
            memberships.add(new Membership(
                    person.id(),
                    source.text(),
                    source.date(),
                    source.date(),
                    source.real(),
                    source.flag(),
                    source.optionalText()));
        }
        int reports = source.count();
        List<ReportingLine> lines = new ArrayList<>(reports);
        for (int left = reports; left > 0; left--) {
            lines.add(new ReportingLine(
                    person.id(),
                    source.text(),
                    source.date(),
                    source.date(),
                    ReportingLine.Kind.valueOf(source.text())));
        }
        return new Entry(person, memberships, lines);
    }
}
