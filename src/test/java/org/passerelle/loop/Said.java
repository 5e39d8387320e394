package org.passerelle.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionMark;
import org.passerelle.network.MarkedActs.Act;
import org.passerelle.network.MarkedActs.Thanks;

/**
 * Discussions as text: one contribution a line, "hour person kind key {>answered} {=resolved} {marks} {+thanker@hour}".
 */
final class Said {
    static final Instant START = Instant.parse("2025-03-03T09:00:00Z");

    private Said() {}

    static Instant at(double hours) {
        return START.plus(Duration.ofSeconds(Math.round(hours * 3_600)));
    }

    static List<Act> discussion(String lines) {
        List<Act> acts = new ArrayList<>();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> acts.add(act(line)));
        return acts;
    }

    private static Act act(String line) {
        String[] words = line.strip().split("\\s+", -1);
        String repliesTo = null;
        String resolves = null;
        Set<ContributionMark> marks = new HashSet<>();
        List<Thanks> thanks = new ArrayList<>();
        for (int at = 4; at < words.length; at++) {
            String word = words[at];
            switch (word.charAt(0)) {
                case '>' -> repliesTo = word.substring(1);
                case '=' -> resolves = word.substring(1);
                case '+' -> {
                    String[] parts = word.substring(1).split("@", -1);
                    thanks.add(new Thanks(parts[0], at(Double.parseDouble(parts[1]))));
                }
                default -> marks.add(ContributionMark.valueOf(word));
            }
        }
        return act(
                words[3],
                words[1],
                at(Double.parseDouble(words[0])),
                ContributionKind.valueOf(words[2]),
                repliesTo,
                resolves,
                marks,
                thanks);
    }

    static Act act(
            String key,
            String person,
            Instant at,
            ContributionKind kind,
            @Nullable String repliesTo,
            @Nullable String resolves,
            Set<ContributionMark> marks,
            List<Thanks> thanks) {
        return new Act(
                key,
                person,
                at,
                kind,
                "forum",
                "t1",
                repliesTo,
                resolves,
                "community:board",
                "company",
                marks,
                List.of(),
                List.of(),
                thanks);
    }
}
