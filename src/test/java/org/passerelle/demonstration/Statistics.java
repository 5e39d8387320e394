package org.passerelle.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.passerelle.demonstration.WrittenFiles.Said;
import org.passerelle.network.Dimension;
import tools.jackson.databind.JsonNode;

/** Simple counts over the written files, none of which knows what was planted. */
final class Statistics {
    private final WrittenFiles files;

    Statistics(WrittenFiles files) {
        this.files = files;
    }

    /** Two people, who acts and towards whom. */
    record Tie(String from, String to, LocalDate day) {}

    /** Every act towards somebody in the contributions that pass; mails to more than 20 are left out. */
    List<Tie> ties(Predicate<Said> passes) {
        List<Tie> ties = new ArrayList<>();
        for (Said said : files.said) {
            if (!passes.test(said)) {
                continue;
            }
            if (said.repliesTo() != null && !said.mail()) {
                ties.add(new Tie(said.by(), files.get(said.repliesTo()).by(), said.day()));
            }
            said.mentions().forEach(other -> ties.add(new Tie(said.by(), other, said.day())));
            said.applause().forEach(one -> ties.add(new Tie(one.by(), said.by(), said.day())));
            if (said.recipients().size() <= 20) {
                said.recipients().forEach(other -> ties.add(new Tie(said.by(), other, said.day())));
            }
        }
        ties.removeIf(tie -> tie.from().equals(tie.to()));
        return ties;
    }

    /** Exchange between each two units over what their volumes would make expect, "a|b" with a before b. */
    Map<String, Double> observedOverExpected(List<Tie> ties) {
        Map<String, Double> observed = new TreeMap<>();
        Map<String, Double> volume = new TreeMap<>();
        double total = 0;
        for (Tie tie : ties) {
            String one = files.unit(tie.from(), tie.day());
            String other = files.unit(tie.to(), tie.day());
            if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
                observed.merge(pair(one, other), 1.0, Double::sum);
                volume.merge(one, 1.0, Double::sum);
                volume.merge(other, 1.0, Double::sum);
                total++;
            }
        }
        Map<String, Double> ratios = new TreeMap<>();
        List<String> units = List.copyOf(volume.keySet());
        for (int i = 0; i < units.size(); i++) {
            for (int j = i + 1; j < units.size(); j++) {
                double expected =
                        volume.getOrDefault(units.get(i), 0.0) * volume.getOrDefault(units.get(j), 0.0) / (2 * total);
                if (expected >= 8) {
                    String pair = pair(units.get(i), units.get(j));
                    ratios.put(pair, observed.getOrDefault(pair, 0.0) / expected);
                }
            }
        }
        return ratios;
    }

    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one;
    }

    /** Place of a key when values are sorted upwards, 1 first. */
    static int rankFromLowest(Map<String, Double> values, String key) {
        double own = values.getOrDefault(key, Double.NaN);
        return 1 + (int) values.values().stream().filter(value -> value < own).count();
    }

    /** Key of the largest value; of equal ones the first. */
    static String top(Map<String, Double> values) {
        return values.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The keys of the largest values. */
    static List<String> top(Map<String, Double> values, int count) {
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** People of the two units, by how many distinct people of the other unit they have to do with. */
    Map<String, Double> crossContacts(List<Tie> ties, String unit, String otherUnit) {
        Map<String, Set<String>> contacts = new TreeMap<>();
        for (Tie tie : ties) {
            String one = files.unit(tie.from(), tie.day());
            String other = files.unit(tie.to(), tie.day());
            if (pair(one, other).equals(pair(unit, otherUnit))) {
                contacts.computeIfAbsent(tie.from(), _ -> new HashSet<>()).add(tie.to());
                contacts.computeIfAbsent(tie.to(), _ -> new HashSet<>()).add(tie.from());
            }
        }
        Map<String, Double> counts = new TreeMap<>();
        contacts.forEach((person, others) -> counts.put(person, (double) others.size()));
        return counts;
    }

    /** People by recognised answers that use any word of the topic: 3 for an accepted one, 1 a reaction. */
    Map<String, Double> recognition(JsonNode terms) {
        List<String> words = new ArrayList<>();
        terms.forEach(language -> language.forEach(term -> words.add(stem(term.asString()))));
        Map<String, Double> scores = new TreeMap<>();
        for (Said said : files.said) {
            if (said.kind().equals("ANSWER") && words.stream().anyMatch(said.text()::contains)) {
                double score =
                        (said.resolves() == null ? 0 : 3) + said.applause().size();
                scores.merge(said.by(), score, Double::sum);
            }
        }
        return scores;
    }

    /** People by how often they write the word itself. */
    Map<String, Double> wordUse(String word) {
        String stem = stem(word);
        Map<String, Double> counts = new TreeMap<>();
        for (Said said : files.said) {
            String text = said.text();
            for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
                counts.merge(said.by(), 1.0, Double::sum);
            }
        }
        return counts;
    }

    static String stem(String term) {
        return term.toLowerCase(Locale.ROOT).replaceFirst("^(le |la |les |l'|the |a )", "");
    }

    private List<Said> in(String community) {
        return files.in(community);
    }

    /** Members by how many contributions of others follow, on average, in the threads they begin. */
    Map<String, Double> followOn(String community) {
        Map<String, Integer> begun = new TreeMap<>();
        Map<String, Double> followed = new TreeMap<>();
        Map<String, String> starters = new HashMap<>();
        for (Said said : in(community)) {
            if (said.root()) {
                starters.put(said.thread(), said.by());
                begun.merge(said.by(), 1, Integer::sum);
            } else if (!said.by().equals(starters.get(said.thread()))) {
                followed.merge(starters.get(said.thread()), 1.0, Double::sum);
            }
        }
        Map<String, Double> mean = new TreeMap<>();
        begun.forEach((person, count) -> {
            if (count >= 4) {
                mean.put(person, followed.getOrDefault(person, 0.0) / count);
            }
        });
        return mean;
    }

    /** The ids of the communities. */
    List<String> communities() {
        return files.groups.stream()
                .filter(group -> group.get("dimension").equals(Dimension.COMMUNITY.name()))
                .map(group -> group.get("id"))
                .toList();
    }

    /** People with 25 contributions or more in a community that links replies, by the share that somebody answered. */
    Map<String, Double> answeredShare(String community) {
        List<Said> said = in(community).stream()
                .filter(one -> !one.channel().equals("chat"))
                .toList();
        Set<String> answered = new HashSet<>();
        said.forEach(one -> {
            if (one.repliesTo() != null) {
                answered.add(one.repliesTo());
            }
        });
        Map<String, Double> all = new TreeMap<>();
        Map<String, Double> heard = new TreeMap<>();
        for (Said one : said) {
            all.merge(one.by(), 1.0, Double::sum);
            heard.merge(one.by(), answered.contains(one.id()) ? 1.0 : 0, Double::sum);
        }
        Map<String, Double> shares = new TreeMap<>();
        all.forEach((person, count) -> {
            if (count >= 25) {
                shares.put(person, heard.getOrDefault(person, 0.0) / count);
            }
        });
        return shares;
    }

    /** People by the tickets of other units that they settled. */
    Map<String, Double> settledElsewhere() {
        Map<String, Double> settled = new TreeMap<>();
        for (Said said : files.said) {
            if (said.resolves() != null && said.channel().equals("ticket")) {
                Said need = files.get(said.resolves());
                if (!files.unit(said.by(), said.day()).equals(files.unit(need.by(), need.day()))) {
                    settled.merge(said.by(), 1.0, Double::sum);
                }
            }
        }
        return settled;
    }

    /** Contributions of a community in a month, 1 to 12. */
    long inMonths(String community, int from, int to) {
        return in(community).stream()
                .filter(said -> said.day().getMonthValue() >= from && said.day().getMonthValue() <= to)
                .count();
    }

    /** Share of the questions of a community in some months that anybody answered. */
    double answeredQuestions(String community, int from, int to) {
        List<Said> questions = in(community).stream()
                .filter(said -> said.kind().equals("QUESTION"))
                .filter(said -> said.day().getMonthValue() >= from && said.day().getMonthValue() <= to)
                .toList();
        Set<String> answered = new HashSet<>();
        in(community).forEach(said -> {
            if (said.repliesTo() != null) {
                answered.add(said.repliesTo());
            }
        });
        return questions.isEmpty()
                ? Double.NaN
                : questions.stream()
                                .filter(said -> answered.contains(said.id()))
                                .count()
                        / (double) questions.size();
    }

    /** First public act of everybody. */
    Map<String, Instant> firstActs() {
        Map<String, Instant> first = new TreeMap<>();
        files.said.stream().filter(said -> !said.mail()).forEach(said -> first.putIfAbsent(said.by(), said.at()));
        return first;
    }
}
