package org.passerelle.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.WrittenFiles.Applause;
import org.passerelle.demonstration.WrittenFiles.Said;
import org.passerelle.need.Marking;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.MarkedActs;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import tools.jackson.databind.JsonNode;

/**
 * The communities of an invented company in memory, act by act, with ties by replies, mentions, reactions and addressed messages
 * to at most 20, mail left out.
 *
 * @param acts by id of the community, in time order
 * @param marked the same with what their texts say of needs; thanks by reactions are left out
 */
public record InventedCommunities(
        NetworkSnapshot snapshot, Map<String, List<Act>> acts, List<MarkedActs.Act> marked, JsonNode truth) {
    /** Generates into the directory and reads it back. */
    public static InventedCommunities of(Parameters parameters, Path directory) throws IOException {
        NetworkSnapshot chart = InventedNetwork.of(parameters, directory).snapshot();
        WrittenFiles files = new WrittenFiles(directory);
        Map<String, List<Act>> acts = new TreeMap<>();
        for (Said one : files.said) {
            if (!one.community().isEmpty()) {
                acts.computeIfAbsent(one.community(), _ -> new ArrayList<>()).add(act(one));
            }
        }
        acts.values().forEach(list -> list.sort(Comparator.comparing(Act::at).thenComparing(Act::key)));
        return new InventedCommunities(
                new NetworkSnapshot("invented", Instant.EPOCH, chart.chart(), ties(files)),
                acts,
                files.said.stream()
                        .filter(one -> !one.community().isEmpty())
                        .map(InventedCommunities::marked)
                        .toList(),
                files.truth);
    }

    private static MarkedActs.Act marked(Said one) {
        return new MarkedActs.Act(
                one.id(),
                one.by(),
                one.at(),
                ContributionKind.valueOf(one.kind()),
                "invented",
                one.thread(),
                one.repliesTo(),
                one.resolves(),
                one.community(),
                null,
                Marking.of(null, one.text()),
                List.of(),
                List.of(),
                List.of());
    }

    private static Act act(Said one) {
        return new Act(
                one.id(),
                one.by(),
                one.at(),
                ContributionKind.valueOf(one.kind()),
                one.thread(),
                one.repliesTo(),
                one.resolves(),
                one.applause().stream()
                        .map(Applause::by)
                        .filter(by -> !by.equals(one.by()))
                        .distinct()
                        .sorted()
                        .toList());
    }

    static List<Tie> ties(WrittenFiles files) {
        Map<List<String>, TreeMap<Integer, Integer>> pairs = new HashMap<>();
        for (Statistics.Tie tie : new Statistics(files).ties(said -> !said.mail())) {
            pairs.computeIfAbsent(List.of(tie.from(), tie.to()), _ -> new TreeMap<>())
                    .merge(Math.toIntExact(tie.day().toEpochDay()), 1, Integer::sum);
        }
        List<Tie> ties = new ArrayList<>();
        pairs.forEach((pair, days) -> {
            float[] shares = new float[days.size()];
            Arrays.fill(shares, 1);
            ties.add(new Tie(
                    pair.getFirst(),
                    pair.getLast(),
                    TieKind.ADDRESSED,
                    "network",
                    Visibility.COMPANY,
                    "invented",
                    days.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    days.values().stream().mapToInt(Integer::intValue).toArray(),
                    shares));
        });
        return ties;
    }
}
