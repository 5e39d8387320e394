package org.passerelle.community;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Source;
import org.passerelle.network.Bilingual;
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
record Legitimacy(CommunityKind kind, @Nullable Boolean legitimate, Bilingual reason) {
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
                new Legitimacy(
                        kind,
                        null,
                        new Bilingual(
                                "For this kind of community no rule says to whom its animation belongs.",
                                "Pour ce type de communauté, aucune règle ne dit à qui revient l'animation."));
        };
    }

    private static Legitimacy watcher(Person person, List<Source> sources) {
        if (sources.isEmpty()) {
            return new Legitimacy(
                    CommunityKind.WATCH,
                    null,
                    new Bilingual(
                            "Nothing that colleagues could read here names an address of the web.",
                            "Rien de ce que les collègues pouvaient lire ici ne cite une adresse du web."));
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
                new Bilingual(
                        "Was first to bring " + brought + " outside sources, in " + weeks.size() + " weeks; "
                                + WEEKS_MIN + " weeks or more make a watcher.",
                        "Sources extérieures apportées en premier : " + brought + ", en " + weeks.size()
                                + " semaines ; " + WEEKS_MIN + " semaines ou plus font un veilleur."));
    }

    private static Legitimacy practitioner(Person person, Life life) {
        String title = Optional.ofNullable(person.title()).orElse("");
        if (TRAINER.matcher(title).find()) {
            return told(
                    CommunityKind.PRACTICE,
                    true,
                    new Bilingual("Is a trainer by title.", "Est formateur ou formatrice de par son poste."));
        }
        Map<String, Integer> recognition = life.recognition();
        int own = recognition.getOrDefault(person.id(), 0);
        long above = recognition.values().stream().filter(other -> other > own).count();
        return told(
                CommunityKind.PRACTICE,
                own >= RECOGNISED_MIN && above * 4 < recognition.size(),
                new Bilingual(
                        "Answers and reactions of " + own + " people, or needs met; " + above + " of "
                                + recognition.size() + " contributors drew more. The first quarter, with "
                                + RECOGNISED_MIN
                                + " people at least, is legitimate.",
                        "Réponses ou réactions de " + own + " personnes, ou besoins satisfaits ; " + above
                                + " contributeurs sur "
                                + recognition.size() + " en ont plus. Le premier quart, à partir de " + RECOGNISED_MIN
                                + " personnes, est légitime."));
    }

    private static Legitimacy head(Person person, List<String> people, Chart chart, LocalDate day) {
        Optional<KindInferred.TeamHead> head = KindInferred.TeamHead.of(people, chart, day);
        if (head.isEmpty()) {
            return new Legitimacy(
                    CommunityKind.TEAM,
                    null,
                    new Bilingual(
                            "No manager is known to be above 70% of its people.",
                            "On ne connaît pas de manager dont dépendent 70\u00a0% de ses membres."));
        }
        boolean is = head.get().personId().equals(person.id());
        return told(
                CommunityKind.TEAM,
                is,
                is
                        ? new Bilingual(
                                "Is the lowest manager above 70% of its people.",
                                "Est le manager le plus proche dont dépendent 70\u00a0% des membres.")
                        : new Bilingual(
                                "Is not the lowest manager above 70% of its people.",
                                "N'est pas le manager le plus proche dont dépendent 70\u00a0% des membres."));
    }

    private static Legitimacy told(CommunityKind kind, boolean legitimate, Bilingual reason) {
        return new Legitimacy(kind, legitimate, reason);
    }
}
