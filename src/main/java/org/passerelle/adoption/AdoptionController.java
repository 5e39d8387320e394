package org.passerelle.adoption;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.Bilingual;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers how far the network has been taken up, who stays, and what brings others in. */
@Controller
class AdoptionController {
    private static final int UNIT_DEPTH_MAX = 20;
    private static final int LEADER_DEPTH_MAX = 5;
    private static final Bilingual METHOD = new Bilingual(
            "Furthest stage of everybody of the chart, month by month; newcomers by Kaplan and "
                    + "Meier (Greenwood, log-log intervals); weeks after the leadership began something against matched weeks of the "
                    + "same place (p dealt anew within matched sets, interval from drawn weeks)",
            "Étape la plus avancée de chaque personne de l'organigramme, mois par mois ; nouveaux venus selon Kaplan et Meier"
                    + " (Greenwood, intervalles log-log) ; semaines qui suivent un fil ouvert par la direction, comparées"
                    + " à des semaines semblables du même endroit (p par redistribution, intervalle par tirage de semaines)");
    private static final Bilingual CONVERTERS_METHOD = new Bilingual(
            "Neighbours of the day before who became active after somebody, against "
                    + "days dealt anew within site and month of joining (exact), adjusted by Benjamini and Hochberg",
            "Voisins de la veille devenus actifs après quelqu'un, comparés à des dates redistribuées au sein du même site et du"
                    + " même mois d'arrivée (calcul exact), corrigés selon Benjamini et Hochberg");

    private final Snapshots snapshots;
    private final ContributionTimes times;
    private final HeavyAnswers answers;
    private final Paging paging;
    private final Names names;
    private final GroupFloor floor;

    AdoptionController(
            Snapshots snapshots,
            ContributionTimes times,
            HeavyAnswers answers,
            Paging paging,
            Names names,
            GroupFloor floor) {
        this.snapshots = snapshots;
        this.times = times;
        this.answers = answers;
        this.paging = paging;
        this.names = names;
        this.floor = floor;
    }

    @QueryMapping
    Adoption adoption(
            @Argument @Nullable WindowInput window,
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable List<String> channels,
            @Argument int leaderDepth,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        within("unitDepth", unitDepth, 0, UNIT_DEPTH_MAX);
        within("leaderDepth", leaderDepth, 1, LEADER_DEPTH_MAX);
        NetworkSnapshot snapshot = snapshots.pinned(version);
        AdoptionQuestion question = new AdoptionQuestion(
                dimension,
                unitDepth,
                AdoptionQuestion.wholeMonths(WindowInput.resolve(window, snapshot)),
                known(channels, snapshot),
                leaderDepth,
                floor.of(reader));
        return answers.answer(
                new HeavyAnswers.Question("adoption", snapshot.version(), question),
                Adoption.class,
                () -> Adoption.compute(ground(snapshot, question)));
    }

    private static void within(String argument, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadUserInput("`" + argument + "` must be from " + least + " to " + most + ", not " + value + ".");
        }
    }

    private static Set<String> known(@Nullable List<String> channels, NetworkSnapshot snapshot) {
        if (channels == null || channels.isEmpty()) {
            return Set.of();
        }
        Set<String> known = snapshot.channels();
        if (!known.containsAll(channels)) {
            throw new BadUserInput("`channels` may name " + String.join(", ", known) + ".");
        }
        return Set.copyOf(new TreeSet<>(channels));
    }

    private AdoptionGround ground(NetworkSnapshot snapshot, AdoptionQuestion question) {
        try {
            return AdoptionGround.of(snapshot, times.of(snapshot), question);
        } catch (ContributionTimes.TooMany excess) {
            throw new LimitExceeded(excess.getMessage() + ", more than adoption is computed for.");
        }
    }

    /** One answer for each neighbourhood. */
    private record ConversionQuestion(AdoptionQuestion adoption, Neighbourhood neighbours) {}

    private Conversions.Result conversions(Adoption adoption, Neighbourhood neighbours) {
        NetworkSnapshot snapshot = snapshots.pinned(adoption.snapshot());
        return answers.answer(
                new HeavyAnswers.Question(
                        "converters", adoption.snapshot(), new ConversionQuestion(adoption.question(), neighbours)),
                Conversions.Result.class,
                () -> Conversions.compute(ground(snapshot, adoption.question()), neighbours));
    }

    @SchemaMapping
    Contagion contagion(Adoption adoption, @Argument Neighbourhood neighbours) {
        return conversions(adoption, neighbours).contagion();
    }

    @SchemaMapping
    ComputedConnection<Converter.Shown> converters(
            Adoption adoption,
            @Argument Neighbourhood neighbours,
            @Argument int first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        Paging.Request page =
                Paging.Request.of(first, after, "converters", adoption.question(), neighbours, adoption.snapshot());
        return paging.page(
                conversions(adoption, neighbours).converters(),
                page,
                provenance(
                        adoption,
                        CONVERTERS_METHOD,
                        new Parameter("neighbours", neighbours.name()),
                        new Parameter("horizonDays", String.valueOf(Conversions.HORIZON_DAYS)),
                        new Parameter("neighboursMin", String.valueOf(Conversions.NEIGHBOURS_MIN)),
                        new Parameter("neighboursMax", String.valueOf(Conversions.NEIGHBOURS_MAX)),
                        new Parameter("adjustedBelow", String.valueOf(Conversions.REMARKABLE))),
                converter -> converter.shownAs(names.inPosition(converter.person(), reader)));
    }

    @SchemaMapping
    Provenance provenance(Adoption adoption) {
        AdoptionQuestion question = adoption.question();
        return provenance(
                adoption,
                METHOD,
                new Parameter("dimension", question.dimension().name()),
                new Parameter("unitDepth", String.valueOf(question.unitDepth())),
                new Parameter(
                        "channels",
                        question.channels().isEmpty() ? "all" : String.join(", ", new TreeSet<>(question.channels()))),
                new Parameter("leaderDepth", String.valueOf(question.leaderDepth())),
                new Parameter("animatingOthersMin", String.valueOf(Threads.OTHERS_MIN)),
                new Parameter("animatingDays", String.valueOf(Threads.DAYS)),
                new Parameter("leadInDays", String.valueOf(Newcomers.LEAD_IN_DAYS)),
                new Parameter("silenceDays", String.valueOf(Newcomers.SILENCE_DAYS)),
                new Parameter("seasonWeeks", String.valueOf(LeaderWeeks.SEASON_WEEKS)),
                new Parameter("matchedWeeksMax", String.valueOf(LeaderWeeks.OTHERS_MAX)));
    }

    private static Provenance provenance(Adoption adoption, Bilingual method, Parameter... parameters) {
        return new Provenance(
                adoption.snapshot(),
                method,
                List.of(parameters),
                adoption.question().window());
    }
}
