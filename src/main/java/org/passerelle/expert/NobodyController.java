package org.passerelle.expert;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.expert.NobodyFound.CommunityToAsk;
import org.passerelle.expert.NobodyFound.NobodyReason;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.NearestWords;
import org.passerelle.network.NearestWords.Nearest;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers why nobody was found, and whom to ask instead; looks only when it is asked and nobody was. */
@Controller
class NobodyController {
    private static final int COMMUNITIES_MAX = 5;
    private static final int TOPICS_MAX = 5;
    private static final Pattern QUOTES = Pattern.compile("[\"“”«»]");

    private final ContributionSearch search;
    private final NearestWords nearestWords;
    private final TopicCatalogue topics;

    NobodyController(ContributionSearch search, NearestWords nearestWords, TopicCatalogue topics) {
        this.search = search;
        this.nearestWords = nearestWords;
        this.topics = topics;
    }

    @SchemaMapping(typeName = "ExpertConnection")
    @Nullable
    NobodyFound nobody(ExpertAnswer answer) {
        if (answer.found()) {
            return null;
        }
        Asking asking = answer.asking();
        String about = asking.shownFor().about();
        List<String> words = nearestWords.searched(about);
        Chart chart = answer.asked().snapshot().chart();
        String asked = asking.question().about();
        List<Hit> everywhere = everywhere(asked, answer);
        List<Topic> near = topics.nearest(about, TOPICS_MAX, asking.scope());
        String unquoted = QUOTES.matcher(asked).replaceAll(" ");
        if (everywhere.isEmpty() && !unquoted.equals(asked)) {
            everywhere = everywhere(unquoted, answer);
            if (!everywhere.isEmpty()) {
                return found(NobodyReason.APART, words, everywhere, near, answer);
            }
        }
        if (everywhere.isEmpty()) {
            Nearest nearest = nearestWords.nearest(about, asking.scope());
            return new NobodyFound(
                    NobodyReason.NOT_IN_USE, words, 0, nearest.words(), near, most(nearest.communities(), chart));
        }
        NobodyReason reason = answer.hits().isEmpty()
                ? NobodyReason.ELSEWHERE
                : onlyOneself(answer) ? NobodyReason.YOURSELF : NobodyReason.FILTERED;
        return found(reason, words, everywhere, near, answer);
    }

    /** What to say where these hits are there elsewhere. */
    private static NobodyFound found(
            NobodyReason reason, List<String> words, List<Hit> elsewhere, List<Topic> near, ExpertAnswer answer) {
        return new NobodyFound(
                reason,
                words,
                people(elsewhere, answer).size(),
                List.of(),
                near,
                most(communities(elsewhere), answer.asked().snapshot().chart()));
    }

    /** The hits without filter, window and moment. */
    private List<Hit> everywhere(String about, ExpertAnswer answer) {
        Asking asking = answer.asking();
        Scope now = Scope.now(
                asking.scope().readerId(), AskedDays.end(answer.asked().snapshot()));
        ContributionSearch.Request request = new ContributionSearch.Request(
                about, answer.asked().snapshot().extent(), now, Set.of(), ExpertController.HITS_MAX);
        return asking.elsewhere(search.search(request).hits());
    }

    private static boolean onlyOneself(ExpertAnswer answer) {
        return answer.hits().stream()
                .flatMap(NobodyController::named)
                .allMatch(person -> person.equals(answer.asked().askerId()));
    }

    private static Stream<String> named(Hit hit) {
        return Stream.concat(Stream.of(hit.personId()), hit.mentionedIds().stream());
    }

    private static Set<String> people(List<Hit> hits, ExpertAnswer answer) {
        return hits.stream()
                .flatMap(NobodyController::named)
                .filter(person -> !person.equals(answer.asked().askerId())
                        && !answer.asking().askedBy(person)
                        && answer.asked().suggestable().test(person))
                .collect(Collectors.toSet());
    }

    private static Map<String, Integer> communities(List<Hit> hits) {
        Map<String, Integer> contributions = new HashMap<>();
        for (Hit hit : hits) {
            if (hit.communityId() != null) {
                contributions.merge(hit.communityId(), 1, Integer::sum);
            }
        }
        return contributions;
    }

    private static List<CommunityToAsk> most(Map<String, Integer> contributions, Chart chart) {
        return contributions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> chart.group(entry.getKey()).map(group -> new CommunityToAsk(group, entry.getValue())))
                .flatMap(Optional::stream)
                .limit(COMMUNITIES_MAX)
                .toList();
    }
}
