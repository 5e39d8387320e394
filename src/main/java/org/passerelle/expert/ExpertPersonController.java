package org.passerelle.expert;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what an asker wants to know of an expert before writing: in which language, and where. */
@Controller
class ExpertPersonController {
    private static final int LANGUAGE_EVIDENCE = 20;
    private static final int LANGUAGES_MAX = 5;

    private final ContributionSearch search;

    ExpertPersonController(ContributionSearch search) {
        this.search = search;
    }

    /** Those the best of the evidence is written in, the most used first; one statement for a whole page. */
    @BatchMapping(typeName = "Expert")
    List<List<String>> languages(List<Expert> experts) {
        Map<String, String> known = search.languages(experts.stream()
                .flatMap(expert -> own(expert).stream())
                .distinct()
                .toList());
        return experts.stream().map(expert -> byUse(own(expert), known)).toList();
    }

    /** What the expert wrote; what only names the expert says nothing of the expert's languages. */
    private static List<String> own(Expert expert) {
        return expert.hits().stream()
                .filter(hit -> hit.personId().equals(expert.person().id()))
                .map(Hit::key)
                .limit(LANGUAGE_EVIDENCE)
                .toList();
    }

    private static List<String> byUse(List<String> keys, Map<String, String> known) {
        Map<String, Integer> uses = new HashMap<>();
        keys.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .forEach(language -> uses.merge(language, 1, Integer::sum));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(LANGUAGES_MAX)
                .toList();
    }

    @SchemaMapping
    @Nullable
    Group site(Expert expert) {
        return expert.asked()
                .snapshot()
                .chart()
                .groupOf(
                        expert.person().id(),
                        Dimension.SITE,
                        expert.asked().window().to(),
                        0)
                .orElse(null);
    }
}
