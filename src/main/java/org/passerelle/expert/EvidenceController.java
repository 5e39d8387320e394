package org.passerelle.expert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Mark;
import org.passerelle.network.Group;
import org.passerelle.network.HelpfulMarks;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what an expert is named for: what the reader may read of it, with the words that matched. */
@Controller
class EvidenceController {
    private static final int EVIDENCE_MAX = 10;
    private static final int WEAK_EVIDENCE = 3;
    private static final double WEAK_COVERAGE = 0.5;

    private final HelpfulMarks helpfulMarks;

    EvidenceController(HelpfulMarks helpfulMarks) {
        this.helpfulMarks = helpfulMarks;
    }

    /** A contribution the reader may read. */
    record Evidence(
            String contribution,
            @Nullable String subject,
            List<Mark> subjectMarks,
            String snippet,
            List<Mark> marks,
            @Nullable String link,
            Instant at,
            int reactions,
            int helpful,
            boolean markedByMe,
            boolean resolving,
            boolean similarInMeaning,
            @Nullable Group community) {}

    /** Whether the evidence is thin: a like word only, or less than half of the question's words in the best of it. */
    @SchemaMapping
    boolean weak(Expert expert) {
        Passages passages = expert.asked().passages();
        return passages.approximate()
                || passages.of(expert.hits(), WEAK_EVIDENCE).stream()
                        .noneMatch(each -> each.passage().coverage() >= WEAK_COVERAGE);
    }

    @SchemaMapping
    List<Evidence> evidence(Expert expert, @Argument @Nullable Integer first) {
        if (first == null || first < 1 || first > EVIDENCE_MAX) {
            throw new BadUserInput("`first` of evidence must be from 1 to " + EVIDENCE_MAX + ", not " + first + ".");
        }
        Chart chart = expert.asked().snapshot().chart();
        List<String> keys = expert.hits().stream().limit(first).map(Hit::key).toList();
        Map<String, Integer> helpful = helpfulMarks.counts(keys, null);
        String asker = expert.asked().askerId();
        Set<String> mine = asker == null ? Set.of() : helpfulMarks.markedBy(asker, keys);
        return expert.asked().passages().of(expert.hits(), first).stream()
                .map(shown -> new Evidence(
                        shown.hit().key(),
                        shown.passage().subject(),
                        shown.passage().subjectMarks(),
                        shown.passage().snippet(),
                        shown.passage().marks(),
                        shown.passage().link(),
                        shown.hit().at(),
                        shown.hit().reactions(),
                        helpful.getOrDefault(shown.hit().key(), 0),
                        mine.contains(shown.hit().key()),
                        shown.hit().resolving(),
                        expert.asked().passages().isAlike(shown.hit()),
                        community(shown.hit(), chart)))
                .toList();
    }

    private static @Nullable Group community(Hit hit, Chart chart) {
        return hit.communityId() == null ? null : chart.group(hit.communityId()).orElse(null);
    }
}
