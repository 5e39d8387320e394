package org.passerelle.packing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Chart;
import org.passerelle.network.DatedTies;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;

/** Makes the snapshot of a manifest from its blocks. */
public final class Unpacking {
    private Unpacking() {}

    /**
     * The snapshot.
     *
     * @param blocks bytes of every block that the manifest names
     */
    public static NetworkSnapshot snapshot(Manifest manifest, Instant takenAt, Function<String, byte[]> blocks) {
        List<Person> people = new ArrayList<>();
        List<Membership> memberships = new ArrayList<>();
        List<ReportingLine> lines = new ArrayList<>();
        List<@Nullable String> ids = new ArrayList<>();
        for (String name : manifest.people()) {
            for (PeopleBlock.Entry entry : PeopleBlock.of(blocks.apply(name))) {
                ids.add(entry == null ? null : entry.person().id());
                if (entry != null) {
                    people.add(entry.person());
                    memberships.addAll(entry.memberships());
                    lines.addAll(entry.lines());
                }
            }
        }
        GroupBlock groups = GroupBlock.of(blocks.apply(manifest.groups()));
        Chart chart = new Chart(people, groups.groups(), memberships, groups.parts(), lines, groups.appointments());
        return new NetworkSnapshot(
                "v" + manifest.version(), takenAt, chart, ties(manifest, vertices(chart, ids), people.size(), blocks));
    }

    private static int[] vertices(Chart chart, List<@Nullable String> ids) {
        Map<String, Integer> vertexById = HashMap.newHashMap(ids.size());
        chart.people().forEach(person -> vertexById.put(person.id(), vertexById.size()));
        return ids.stream()
                .mapToInt(id -> id == null ? -1 : vertexById.getOrDefault(id, -1))
                .toArray();
    }

    private static DatedTies ties(Manifest manifest, int[] vertices, int people, Function<String, byte[]> blocks) {
        List<String> names = manifest.ties().stream()
                .filter(name -> !name.equals(Manifest.NONE))
                .toList();
        int ties = 0;
        int records = 0;
        for (String name : names) {
            int[] sizes = TieBlock.sizes(blocks.apply(name));
            ties = Math.addExact(ties, sizes[0]);
            records = Math.addExact(records, sizes[1]);
        }
        DatedTies.Builder builder = new DatedTies.Builder(ties, records);
        names.forEach(name -> TieBlock.read(blocks.apply(name), vertices, builder));
        return builder.build(people);
    }
}
