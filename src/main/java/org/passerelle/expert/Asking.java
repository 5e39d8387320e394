package org.passerelle.expert;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.HitColumns;
import org.passerelle.network.Nearby;
import org.passerelle.network.ReadableContributions.ReadableText;
import org.passerelle.network.StopWords;

/**
 * What experts are asked for: somebody's own words, or an open question that somebody put.
 *
 * @param question the words that are looked for
 * @param shownFor the words that evidence is shown for: of an open question its subject
 * @param need the open question, null for words of one's own
 */
record Asking(
        Question question,
        Question shownFor,
        Scope scope,
        ExpertFilter filter,
        @Nullable ReadableText need) {
    private static final Set<ContributionKind> ASKING = EnumSet.of(
            ContributionKind.QUESTION, ContributionKind.TICKET, ContributionKind.POST, ContributionKind.MESSAGE);

    /** Words of one's own. */
    static Asking words(String about, Scope scope, ExpertFilter filter) {
        Question question = new Question(about);
        return new Asking(question, question, scope, filter, null);
    }

    /** An open question; refuses what asks nothing. */
    static Asking question(ReadableText need, Scope scope, ExpertFilter filter) {
        if (!need.opening() || !ASKING.contains(need.kind())) {
            throw new BadUserInput("`question` names a contribution that asks nothing: give the id of a question, a"
                    + " ticket or what else opens a discussion.");
        }
        String all = (need.subject() + "\n" + need.text()).strip();
        Question question = new Question(cut(all));
        boolean subject =
                need.subject().codePoints().anyMatch(Character::isLetterOrDigit) && !StopWords.areAllOf(need.subject());
        return new Asking(question, subject ? new Question(cut(need.subject())) : question, scope, filter, need);
    }

    private static String cut(String text) {
        return text.length() <= Question.LENGTH_MAX ? text : text.substring(0, Question.LENGTH_MAX);
    }

    /** The one community it belongs to where that is known. */
    Set<String> venue() {
        if (filter.community() != null) {
            return Set.of(filter.community());
        }
        return need == null || need.communityId() == null ? Set.of() : Set.of(need.communityId());
    }

    /** Whether somebody asked it; nobody answers their own question. */
    boolean askedBy(String personId) {
        return need != null && need.personId().equals(personId);
    }

    /** What is near but in the discussion of the open question itself, of which some of the hits are. */
    Nearby elsewhere(Nearby nearby, List<Hit> hits) {
        Optional<String> own = discussion(hits);
        return own.isEmpty()
                ? nearby
                : new Nearby(
                        HitColumns.of(nearby.hits().stream()
                                .filter(hit -> !hit.discussion().equals(own.get()))
                                .toList()),
                        nearby.topics());
    }

    private Optional<String> discussion(List<Hit> hits) {
        return need == null
                ? Optional.empty()
                : hits.stream()
                        .filter(hit -> hit.key().equals(need.key()))
                        .map(Hit::discussion)
                        .findFirst();
    }

    /** The hits but the open question itself and what was said to it already: that shows nobody else. */
    List<Hit> elsewhere(List<Hit> hits) {
        Optional<String> own = discussion(hits);
        return own.isEmpty()
                ? hits
                : hits.stream()
                        .filter(hit -> !hit.discussion().equals(own.get()))
                        .toList();
    }
}
