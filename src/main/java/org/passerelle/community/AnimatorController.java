package org.passerelle.community;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BackgroundAnswers;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.measure.RankInterval;
import org.passerelle.network.Activity;
import org.passerelle.network.Bilingual;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.ReadableContributions;
import org.passerelle.network.ReadableContributions.ReadableText;
import org.passerelle.network.Window;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Shows what an animator's score rests on: contributions, other weeks, and whether the part is theirs by trade. */
@Controller
class AnimatorController {
    private static final int EVIDENCE_MAX = 10;

    private final Animation animation;
    private final Activity activity;
    private final ReadableContributions contributions;
    private final BackgroundAnswers background;

    AnimatorController(
            Animation animation, Activity activity, ReadableContributions contributions, BackgroundAnswers background) {
        this.animation = animation;
        this.activity = activity;
        this.contributions = contributions;
        this.background = background;
    }

    /** A contribution that supports a part, as the reader may see it. */
    record Evidence(String contribution, @Nullable String thread, Instant at, Bilingual sentence) {}

    /** What somebody asks about the ranks of a community. */
    private record RankQuestion(String community, Window window) {}

    @SchemaMapping(typeName = "AnimatorPart", field = "evidence")
    List<Evidence> evidence(AnimatorPart part, @Argument int first, @ContextValue Reader reader) {
        if (first < 1 || first > EVIDENCE_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + EVIDENCE_MAX + ", not " + first + ".");
        }
        Scope scope = scope(reader, part.animator().community().window());
        List<Evidence> shown = new ArrayList<>();
        for (ShownAct act : part.acts()) {
            if (shown.size() == first) {
                break;
            }
            Optional<ReadableText> text = contributions.find(act.key(), scope);
            text.ifPresent(found -> shown.add(new Evidence(
                    act.key(), found.subject().isEmpty() ? null : found.subject(), found.at(), part.sentence(act))));
        }
        return shown;
    }

    /** Whoever is nobody reads what the whole company could; only the open role reads without being somebody. */
    private static Scope scope(Reader reader, Window window) {
        String readerId = reader.personId();
        return Scope.now(
                readerId == null && reader.role() != Role.OPEN ? "" : readerId,
                window.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @SchemaMapping(typeName = "Animator", field = "rankInterval")
    RankInterval rankInterval(Animator animator) {
        Community community = animator.community();
        return background
                .answer(
                        new HeavyAnswers.Question(
                                "animators.rankInterval",
                                community.snapshot().version(),
                                new RankQuestion(community.id(), community.window())),
                        AnimatorRanks.Result.class,
                        () -> ranks(community))
                .map(ranks -> ranks.of(animator.scored().personId()))
                .orElse(RankInterval.PENDING);
    }

    private AnimatorRanks.Result ranks(Community community) {
        Animation.Acts acts = animation.acts(community);
        return AnimatorRanks.compute(
                acts.inWindow(),
                acts.knownBefore(),
                community.snapshot(),
                community.window().to(),
                animation.of(community).animators());
    }

    @SchemaMapping(typeName = "Animator", field = "legitimacy")
    @Nullable
    Legitimacy legitimacy(Animator animator) {
        if (!animator.named()) {
            return null;
        }
        Community community = animator.community();
        CommunityKind kind = community.kindOrInferred(animator.life());
        return Legitimacy.of(
                community
                        .snapshot()
                        .chart()
                        .person(animator.scored().personId())
                        .orElseThrow(),
                kind,
                animator.life(),
                kind == CommunityKind.WATCH ? activity.sources(community.id(), community.window()) : List.of(),
                community.people(animator.life()),
                community.snapshot().chart(),
                community.window().to());
    }
}
