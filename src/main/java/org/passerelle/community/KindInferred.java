package org.passerelle.community;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Chart;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Language;

/**
 * What a community seems to be for, with the reasons. The kind that the company gave stands above it. Rules, the first
 * that holds decides:
 * <ol>
 *   <li>TEAM: one manager is above {@value #TEAM_PERCENT} % of the people or more, who are at least half of all below
 *       that manager and at most {@value #TEAM_MAX}: a whole company is no team;
 *   <li>WATCH: the name says so (watch, news, radar, trends, veille, tendances), or {@value #DOCUMENTS_PERCENT} % of the
 *       threads or more open with a document;
 *   <li>PROJECT: the name says so (project, projet), or everything happened within a year and nothing in the last 90 days;
 *   <li>PRACTICE: {@value #TRADE_PERCENT} % of the people whose trade is known, five or more, are of one trade, or
 *       {@value #QUESTIONS_PERCENT} % of the threads or more open with a question or a ticket;
 *   <li>OTHER.
 * </ol>
 *
 * <p>Ours, a judgement; not fitted to data.
 */
record KindInferred(CommunityKind kind, List<Bilingual> reasons) {
    private static final int TEAM_PERCENT = 70;
    private static final int TEAM_MAX = 50;
    private static final int DOCUMENTS_PERCENT = 30;
    private static final int TRADE_PERCENT = 60;
    private static final int QUESTIONS_PERCENT = 30;
    private static final int PEOPLE_MIN = 5;
    private static final int THREADS_MIN = 10;
    private static final int QUIET_DAYS = 90;
    private static final int YEAR_DAYS = 366;
    private static final int LEVELS_MAX = 50;
    private static final Bilingual NAMED = new Bilingual("Its name says so.", "Son nom le dit.");
    private static final Pattern WATCH =
            Pattern.compile("\\b(watch|news|radar|trends?|veille|tendances?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROJECT = Pattern.compile("\\b(projects?|projets?)\\b", Pattern.CASE_INSENSITIVE);

    /** Copies the list. */
    KindInferred {
        reasons = List.copyOf(reasons);
    }

    /** Judges by the people, the name and what they do. */
    static KindInferred of(Community community, KindSigns signs, List<String> people) {
        Chart chart = community.snapshot().chart();
        LocalDate day = community.window().to();
        Optional<TeamHead> head = TeamHead.of(people, chart, day);
        if (head.isPresent() && head.get().wholeTeam()) {
            return kind(
                    CommunityKind.TEAM,
                    new Bilingual(
                            "One manager is above " + head.get().below() + " of its " + people.size()
                                    + " people, who are at least half of that manager's own.",
                            head.get().below() + " de ses " + people.size()
                                    + " membres dépendent d'un même manager, et sont au moins la moitié de son équipe."));
        }
        if (WATCH.matcher(community.name()).find()) {
            return kind(CommunityKind.WATCH, NAMED);
        }
        if (share(signs.openedByDocument(), signs.threads(), THREADS_MIN, DOCUMENTS_PERCENT)) {
            return kind(
                    CommunityKind.WATCH,
                    new Bilingual(
                            signs.openedByDocument() + " of its " + signs.threads() + " threads open with a document.",
                            signs.openedByDocument() + " de ses " + signs.threads()
                                    + " fils s'ouvrent par un document."));
        }
        if (PROJECT.matcher(community.name()).find()) {
            return kind(CommunityKind.PROJECT, NAMED);
        }
        LocalDate first = signs.first();
        LocalDate last = signs.last();
        if (first != null
                && last != null
                && ChronoUnit.DAYS.between(first, last) < YEAR_DAYS
                && first.isAfter(
                        community.snapshot().withData(community.window()).from().plusDays(QUIET_DAYS))
                && ChronoUnit.DAYS.between(last, day) > QUIET_DAYS) {
            return kind(CommunityKind.PROJECT, Bilingual.of(in -> {
                DateTimeFormatter date =
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(in.locale());
                return in == Language.FRENCH
                        ? "Elle a vécu du " + date.format(first) + " au " + date.format(last)
                                + ", et rien ne s'y est passé depuis."
                        : "It lived from " + date.format(first) + " to " + date.format(last)
                                + ", and nothing has happened since.";
            }));
        }
        return practice(people, chart, day, signs);
    }

    private static KindInferred practice(List<String> people, Chart chart, LocalDate day, KindSigns signs) {
        List<Bilingual> reasons = new ArrayList<>();
        Map<String, Integer> trades = new HashMap<>();
        people.forEach(id -> chart.groupOf(id, Dimension.TRADE, day, 0)
                .ifPresent(trade -> trades.merge(trade.name(), 1, Integer::sum)));
        int known = trades.values().stream().mapToInt(Integer::intValue).sum();
        trades.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(trade -> share(trade.getValue(), known, PEOPLE_MIN, TRADE_PERCENT))
                .ifPresent(trade -> reasons.add(new Bilingual(
                        trade.getValue() + " of the " + known + " people whose trade is known are of one: "
                                + trade.getKey() + ".",
                        trade.getValue() + " des " + known + " personnes dont on connaît le métier ont le même\u00a0: "
                                + trade.getKey() + ".")));
        if (share(signs.openedByQuestion(), signs.threads(), THREADS_MIN, QUESTIONS_PERCENT)) {
            reasons.add(new Bilingual(
                    signs.openedByQuestion() + " of its " + signs.threads()
                            + " threads open with a question or a ticket.",
                    signs.openedByQuestion() + " de ses " + signs.threads()
                            + " fils s'ouvrent par une question ou un ticket."));
        }
        return reasons.isEmpty()
                ? kind(
                        CommunityKind.OTHER,
                        new Bilingual(
                                "No rule for a team, a watch, a project or a practice holds.",
                                "Aucune règle d'équipe, de veille, de projet ou de pratique ne s'applique."))
                : new KindInferred(CommunityKind.PRACTICE, reasons);
    }

    private static boolean share(int some, int all, int least, int percent) {
        return all >= least && some * 100L >= all * (long) percent;
    }

    private static KindInferred kind(CommunityKind kind, Bilingual reason) {
        return new KindInferred(kind, List.of(reason));
    }

    /**
     * The lowest manager who is above {@value KindInferred#TEAM_PERCENT} % of some people, or is one of them.
     *
     * @param below how many of the people are below, the manager included where one of them
     * @param wholeTeam whether these are at least half of all below the manager
     */
    record TeamHead(String personId, int below, boolean wholeTeam) {
        static Optional<TeamHead> of(List<String> people, Chart chart, LocalDate day) {
            if (people.size() < PEOPLE_MIN) {
                return Optional.empty();
            }
            Map<String, Integer> above = new HashMap<>();
            Map<String, Integer> levels = new HashMap<>();
            for (String person : people) {
                String current = person;
                for (int level = 0; !current.isEmpty() && level < LEVELS_MAX; level++) {
                    above.merge(current, 1, Integer::sum);
                    levels.merge(current, level, Math::max);
                    current = chart.manager(current, day).orElse("");
                }
            }
            return above.entrySet().stream()
                    .filter(entry -> share(entry.getValue(), people.size(), PEOPLE_MIN, TEAM_PERCENT))
                    .min(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(entry -> levels.getOrDefault(entry.getKey(), 0))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(entry -> {
                        int all = FormalRank.below(chart, List.of(entry.getKey()), day)[0];
                        return new TeamHead(
                                entry.getKey(),
                                entry.getValue(),
                                entry.getValue() <= TEAM_MAX && entry.getValue() * 2 >= all + 1);
                    });
        }
    }
}
