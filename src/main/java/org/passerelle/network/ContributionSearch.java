package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Full-text search over what colleagues could already read; the store implements it. */
public interface ContributionSearch {
    /**
     * The best contributions for a text, and the replies that inherit its match; time and rights filter inside
     * the query, never after the top k.
     */
    Found search(Request request);

    /** What contributions say, by key, cut to the passage that matches; keys that are not there are left out. */
    Map<String, Passage> passages(List<String> keys, String about);

    /** In which language each contribution is written (ISO 639-1); those of unknown language are left out. */
    Map<String, String> languages(List<String> keys);

    /** Stands where a community's id would, for contributions made outside communities. */
    String NO_COMMUNITY = "";

    /**
     * For each community, who answered others there before the moment, newest first; at most a few hundred each.
     * Messages count only where hardly anybody answers in so many words; whom a document names has answered.
     *
     * @param communityIds communities, or {@link #NO_COMMUNITY}
     */
    Map<String, List<String>> recentAnswers(Set<String> communityIds, Scope scope);

    /** How often somebody contributed in each community, and in {@link #NO_COMMUNITY}, before the moment. */
    Map<String, Integer> contributions(String personId, Scope scope);

    /**
     * What counts.
     *
     * @param readerId who asks; COMMUNITY contributions count where the reader is a member. Null: an open
     *     role that reads everything colleagues could read
     * @param before the moment before which everything happened that counts
     * @param past whether that moment is in the past: then reactions without a date do not count
     */
    record Scope(@Nullable String readerId, Instant before, boolean past) {
        /** Everything there is. */
        public static Scope now(@Nullable String readerId, Instant before) {
            return new Scope(readerId, before, false);
        }
    }

    /**
     * What to look for.
     *
     * @param about words of the reader, taken literally but for quotes, which hold words together
     * @param window days that count
     * @param scope who asks, and when
     * @param communityIds communities to look in; empty means everywhere
     * @param hitsMax most hits of one index
     * @param byMeaning whether to look for what is alike in meaning too, where there is a model
     */
    record Request(String about, Window window, Scope scope, Set<String> communityIds, int hitsMax, boolean byMeaning) {
        /** By all there is. */
        public Request(String about, Window window, Scope scope, Set<String> communityIds, int hitsMax) {
            this(about, window, scope, communityIds, hitsMax, true);
        }
    }

    /**
     * What was found.
     *
     * @param hits best first, then in order of key
     * @param approximate whether nothing held the word itself, and these hold one like it
     * @param alike what was found by its meaning; null where no model was asked
     */
    record Found(
            List<Hit> hits, boolean approximate, @Nullable Alike alike) {
        /** By words alone. */
        public Found(List<Hit> hits, boolean approximate) {
            this(hits, approximate, null);
        }
    }

    /**
     * What others contributed about the topics of what was found, worked out in memory; nothing where it is not there yet.
     *
     * @param found what this request found, or a part of it
     */
    Nearby near(Found found, Request request);

    /**
     * What a model of meaning added.
     *
     * @param model which one
     * @param keys of the hits that no word found
     */
    record Alike(String model, Set<String> keys) {
        /** Copies the set. */
        public Alike {
            keys = Set.copyOf(keys);
        }
    }

    /**
     * One contribution found.
     *
     * @param key the contribution's key
     * @param score relevance, 1 for the best of the answer
     * @param personId who made it
     * @param discussion what it belongs to: equal for contributions of one thread, or of one subject in one
     *     community where there are no threads
     * @param opening whether it is the first of its discussion, and no reply
     * @param reactions reactions by distinct people and anonymous ones together
     * @param resolving whether it was accepted or resolved a need
     * @param mentionedIds people it names
     */
    record Hit(
            String key,
            double score,
            String personId,
            ContributionKind kind,
            Instant at,
            String discussion,
            @Nullable String communityId,
            boolean opening,
            int reactions,
            boolean resolving,
            List<String> mentionedIds) {
        /** Copies the list. */
        public Hit {
            mentionedIds = List.copyOf(mentionedIds);
        }

        /** The same with another score. */
        public Hit withScore(double other) {
            return new Hit(
                    key,
                    other,
                    personId,
                    kind,
                    at,
                    discussion,
                    communityId,
                    opening,
                    reactions,
                    resolving,
                    mentionedIds);
        }

        /** The same with so many reactions more. */
        public Hit withMoreReactions(int more) {
            return more == 0
                    ? this
                    : new Hit(
                            key,
                            score,
                            personId,
                            kind,
                            at,
                            discussion,
                            communityId,
                            opening,
                            reactions + more,
                            resolving,
                            mentionedIds);
        }
    }

    /**
     * What a contribution says.
     *
     * @param snippet the passage that matched, plain text, at most about 240 characters
     * @param marks the words of the snippet that matched, in order
     * @param subjectMarks those of the subject
     * @param coverage share of the question's words that it holds, in any inflection
     * @param link web address where it can be read in full, null where the source gave none
     */
    record Passage(
            @Nullable String subject,
            String snippet,
            List<Mark> marks,
            List<Mark> subjectMarks,
            double coverage,
            @Nullable String link) {
        /** Copies the lists. */
        public Passage {
            marks = List.copyOf(marks);
            subjectMarks = List.copyOf(subjectMarks);
        }
    }

    /**
     * A word that matched, by its place in a text in UTF-16 units, as Java and JavaScript count.
     *
     * @param start of its first letter
     * @param end after its last letter
     */
    record Mark(int start, int end) {}
}
