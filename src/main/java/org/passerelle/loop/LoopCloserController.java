package org.passerelle.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.loop.LoopClosers.Closer;
import org.passerelle.loop.LoopFigureController.Ground;
import org.passerelle.loop.LoopFigureController.LoopFigures;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;
import org.passerelle.network.Language;
import org.passerelle.network.Person;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers who meets the needs of others, and what that may be worth under assumptions. */
@Controller
class LoopCloserController {
    private static final int CLOSERS_MAX = 100;
    private static final int HELPED_MAX = 10;

    private final Names names;

    LoopCloserController(Names names) {
        this.names = names;
    }

    /** Somebody who closes loops, as the reader may see them. */
    record LoopCloser(
            Person person, @Nullable Group group, int loops, int askers, int across, List<LoopClosers.Helped> helped) {}

    @SchemaMapping
    List<LoopCloser> closers(
            LoopFigures figures,
            @Argument("group") @Nullable String groupId,
            @Argument int first,
            @ContextValue Reader reader) {
        if (first < 1 || first > CLOSERS_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + CLOSERS_MAX + ", not " + first + ".");
        }
        Ground behind = figures.ground();
        if (groupId != null && behind.ground().group(groupId).isEmpty()) {
            throw new NotFound("There is no group with the id given in `group`.");
        }
        return LoopClosers.of(behind.loops(), behind.ground()).stream()
                .map(closer -> shown(closer, behind, reader))
                .filter(closer -> groupId == null
                        || (closer.group() != null && closer.group().id().equals(groupId)))
                .limit(first)
                .toList();
    }

    private LoopCloser shown(Closer closer, Ground behind, Reader reader) {
        Person person = behind.ground().chart().person(closer.personId()).orElseThrow();
        Person named = names.inPosition(person, reader);
        boolean known = named.equals(person);
        // Beside a pseudonym, a small group and whom somebody helps would say who it is.
        return new LoopCloser(
                named,
                known ? closer.group() : null,
                closer.loops(),
                closer.askers(),
                closer.across(),
                known ? closer.helped().stream().limit(HELPED_MAX).toList() : List.of());
    }

    /** What closed loops may be worth under assumptions. */
    record LoopValue(
            int loops,
            double hours,
            @Nullable Double cost,
            @Nullable String currency,
            Bilingual sentence) {}

    @SchemaMapping
    @Nullable
    LoopValue value(
            LoopFigures figures,
            @Argument @Nullable Double hoursSavedPerLoop,
            @Argument @Nullable Double costPerHour,
            @Argument @Nullable String currency) {
        if ((hoursSavedPerLoop != null && !(hoursSavedPerLoop >= 0)) || (costPerHour != null && !(costPerHour >= 0))) {
            throw new BadUserInput("`hoursSavedPerLoop` and `costPerHour` must not be negative.");
        }
        if (hoursSavedPerLoop == null || figures.whole().state() != FigureState.SHOWN) {
            return null;
        }
        int loops = (int) figures.ground().loops().stream()
                .filter(Loop::isClosedByAnother)
                .count();
        double hours = loops * hoursSavedPerLoop;
        return new LoopValue(
                loops,
                hours,
                costPerHour == null ? null : hours * costPerHour,
                costPerHour == null ? null : currency,
                Bilingual.of(in -> assumed(loops, hoursSavedPerLoop, costPerHour, currency, in)));
    }

    private static String assumed(
            int loops, double hoursSaved, @Nullable Double costPerHour, @Nullable String currency, Language in) {
        String hours = amount(hoursSaved, in);
        String cost = costPerHour == null ? "" : amount(costPerHour, in) + (currency == null ? "" : " " + currency);
        return in == Language.FRENCH
                ? "Une hypothèse et non une mesure : " + in.number(loops, 0)
                        + " besoins qu'un autre a satisfaits, multipliés par " + hours + " h chacun"
                        + (cost.isEmpty() ? "." : " et par " + cost + " de l'heure.")
                : "An assumption and not a measurement: " + in.number(loops, 0)
                        + " loops that somebody else closed, times " + hours + " hours each"
                        + (cost.isEmpty() ? "." : ", times " + cost + " an hour.");
    }

    /** Without digits that say nothing. */
    private static String amount(double value, Language in) {
        return in.number(value, value == Math.rint(value) ? 0 : value * 10 == Math.rint(value * 10) ? 1 : 2);
    }
}
