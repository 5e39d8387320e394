package org.passerelle.community;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Tie;

/**
 * Acts as text: threads separated by ";", each a word per speaker in order; the n-th thread is on the n-th day,
 * a minute between acts. "ann?" asks, "bob!" resolves the thread's first act, "cid+dan+eve" is cid, with reactions
 * of dan and eve.
 */
final class Acts {
    static final LocalDate START = LocalDate.of(2025, 1, 6);

    private Acts() {}

    static List<Act> acts(String text) {
        List<Act> acts = new ArrayList<>();
        String[] threads = text.split(";", -1);
        for (int thread = 0; thread < threads.length; thread++) {
            Instant at = Instant.parse(START.plusDays(thread) + "T08:00:00Z");
            String first = "t" + thread + "-0";
            String[] words = threads[thread].strip().split("\\s+", -1);
            for (int place = 0; place < words.length; place++) {
                String word = words[place];
                List<String> names = List.of(word.replaceAll("[?!]", "").split("\\+", -1));
                acts.add(new Act(
                        "t" + thread + "-" + place,
                        names.getFirst(),
                        at.plusSeconds(60L * place),
                        word.contains("?") ? ContributionKind.QUESTION : ContributionKind.MESSAGE,
                        "t" + thread,
                        null,
                        word.contains("!") ? first : null,
                        names.subList(1, names.size())));
            }
        }
        return acts;
    }

    static NetworkSnapshot snapshot(List<Act> acts, List<Tie> ties) {
        List<Person> people = acts.stream()
                .flatMap(act -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(act.personId()), act.reactorIds().stream()))
                .distinct()
                .map(id -> new Person(id, id, null, null, null, null, false))
                .toList();
        Chart chart = new Chart(people, List.of(), List.of(), List.of(), List.of(), List.of());
        return new NetworkSnapshot("1", Instant.EPOCH, chart, ties);
    }
}
