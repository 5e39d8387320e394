package org.passerelle.community;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Source;
import org.passerelle.network.Chart;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Person;

/**
 * Whether somebody is one of those to whom the animation of such a community belongs, by its kind:
 * <ul>
 *   <li>WATCH: first to bring an outside source (an address of the web) in at least {@value #WEEKS_MIN} weeks;
 *   <li>PRACTICE: a trainer by title, or recognised here: among the quarter of the contributors from whose contributions
 *       most distinct people drew something, and at least {@value #RECOGNISED_MIN} people did;
 *   <li>TEAM: the lowest manager above 70 % of the people;
 *   <li>PROJECT, OTHER: no rule, neither yes nor no.
 * </ul>
 *
 * @param kind the kind that was judged by, given or inferred
 * @param legitimate null where no rule says
 */
record Legitimacy(CommunityKind kind, @Nullable Boolean legitimate, String reason) {
    static final int WEEKS_MIN = 3;
    static final int RECOGNISED_MIN = 3;
    private static final Pattern TRAINER = Pattern.compile(
            "\\b(trainers?|instructors?|teachers?|coach|formateur|formatrice|enseignante?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Judges one person. The sources are asked for where the community watches only. */
    static Legitimacy of(
            Person person,
            CommunityKind kind,
            Life life,
            List<Source> sources,
            List<String> people,
            Chart chart,
            LocalDate day) {
        return switch (kind) {
            case WATCH -> watcher(person, sources);
            case PRACTICE -> practitioner(person, life);
            case TEAM -> head(person, people, chart, day);
            case PROJECT, OTHER ->
                new Legitimacy(kind, null, "For this kind of community no rule says to whom its animation belongs.");
        };
    }

    private static Legitimacy watcher(Person person, List<Source> sources) {
        if (sources.isEmpty()) {
            return new Legitimacy(
                    CommunityKind.WATCH, null, "Nothing that colleagues could read here names an address of the web.");
        }
        Set<String> seen = new HashSet<>();
        Set<Long> weeks = new HashSet<>();
        int brought = 0;
        for (Source source : sources) {
            if (seen.add(source.address()) && source.personId().equals(person.id())) {
                brought++;
                weeks.add(Math.floorDiv(
                        LocalDate.ofInstant(source.at(), ZoneOffset.UTC).toEpochDay(), 7L));
            }
        }
        return told(
                CommunityKind.WATCH,
                weeks.size() >= WEEKS_MIN,
                String.format(
                        Locale.ROOT,
                        "Was first to bring %d outside sources, in %d weeks; %d weeks or more make a watcher.",
                        brought,
                        weeks.size(),
                        WEEKS_MIN));
    }

    private static Legitimacy practitioner(Person person, Life life) {
        String title = Optional.ofNullable(person.title()).orElse("");
        if (TRAINER.matcher(title).find()) {
            return told(CommunityKind.PRACTICE, true, "Is a trainer by title.");
        }
        Map<String, Integer> recognition = life.recognition();
        int own = recognition.getOrDefault(person.id(), 0);
        long above = recognition.values().stream().filter(other -> other > own).count();
        return told(
                CommunityKind.PRACTICE,
                own >= RECOGNISED_MIN && above * 4 < recognition.size(),
                String.format(
                        Locale.ROOT,
                        "Answers and reactions of %d people, or needs met; %d of %d contributors drew more. The first quarter,"
                                + " with %d people at least, is legitimate.",
                        own,
                        above,
                        recognition.size(),
                        RECOGNISED_MIN));
    }

    private static Legitimacy head(Person person, List<String> people, Chart chart, LocalDate day) {
        Optional<KindInferred.TeamHead> head = KindInferred.TeamHead.of(people, chart, day);
        if (head.isEmpty()) {
            return new Legitimacy(CommunityKind.TEAM, null, "No manager is known to be above 70 % of its people.");
        }
        boolean is = head.get().personId().equals(person.id());
        return told(
                CommunityKind.TEAM,
                is,
                is
                        ? "Is the lowest manager above 70 % of its people."
                        : "Is not the lowest manager above 70 % of its people.");
    }

    private static Legitimacy told(CommunityKind kind, boolean legitimate, String reason) {
        return new Legitimacy(kind, legitimate, reason);
    }
}
