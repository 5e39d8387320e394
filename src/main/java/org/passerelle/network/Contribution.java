package org.passerelle.network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act of one person: a post, a mail (to twelve people it is one), a message, a document.
 *
 * @param source where it comes from; with {@code nativeId} its key
 * @param nativeId its id within the source
 * @param at when, UTC
 * @param channel how people talked: mail, chat, forum, document, ticket, survey
 * @param text what it says; null where there is none and always null when PRIVATE
 * @param subject of its thread; null where there is none and always null when PRIVATE
 * @param thread key of its thread within the source, null where the source has none
 * @param community id of the community group it was made in, null outside communities
 * @param language "fr", "en" or another ISO 639-1 code; null where unknown
 * @param recipients people addressed by name, without the sender
 * @param repliesTo native id of the contribution it answers, null where unknown
 * @param resolves native id of the contribution whose need it meets (accepted answer), null if none
 * @param topics tags or labels the source gives
 * @param process business process it concerns, null where unknown
 * @param anonymousReactions votes that name nobody
 * @param link web address where it can be read in full; null where the source gives none and always null when PRIVATE
 */
public record Contribution(
        String source,
        String nativeId,
        Instant at,
        ContributionKind kind,
        String channel,
        Visibility visibility,
        @Nullable String text,
        @Nullable String subject,
        @Nullable String thread,
        @Nullable String community,
        @Nullable String language,
        Account by,
        List<Account> recipients,
        List<Account> mentions,
        @Nullable String repliesTo,
        @Nullable String resolves,
        List<Reaction> reactions,
        List<String> topics,
        @Nullable String process,
        int anonymousReactions,
        @Nullable String link) {
    private static final String NO_LINK = ", link=null]";

    /** Copies the lists and drops what a PRIVATE contribution must not keep. */
    public Contribution {
        recipients = List.copyOf(recipients);
        mentions = List.copyOf(mentions);
        reactions = List.copyOf(reactions);
        topics = visibility == Visibility.PRIVATE ? List.of() : List.copyOf(topics);
        text = visibility == Visibility.PRIVATE ? null : text;
        subject = visibility == Visibility.PRIVATE ? null : subject;
        link = visibility == Visibility.PRIVATE ? null : link;
    }

    /** One of a source that gives no web address. */
    public Contribution(
            String source,
            String nativeId,
            Instant at,
            ContributionKind kind,
            String channel,
            Visibility visibility,
            @Nullable String text,
            @Nullable String subject,
            @Nullable String thread,
            @Nullable String community,
            @Nullable String language,
            Account by,
            List<Account> recipients,
            List<Account> mentions,
            @Nullable String repliesTo,
            @Nullable String resolves,
            List<Reaction> reactions,
            List<String> topics,
            @Nullable String process,
            int anonymousReactions) {
        this(
                source,
                nativeId,
                at,
                kind,
                channel,
                visibility,
                text,
                subject,
                thread,
                community,
                language,
                by,
                recipients,
                mentions,
                repliesTo,
                resolves,
                reactions,
                topics,
                process,
                anonymousReactions,
                null);
    }

    /** The same act, towards these people. */
    public Contribution withAudience(List<Account> recipients, List<Account> mentions) {
        return new Contribution(
                source,
                nativeId,
                at,
                kind,
                channel,
                visibility,
                text,
                subject,
                thread,
                community,
                language,
                by,
                recipients,
                mentions,
                repliesTo,
                resolves,
                reactions,
                topics,
                process,
                anonymousReactions,
                link);
    }

    /** SHA-256 of all it says, hexadecimal: equal for equal contributions, and what decides between two versions. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(told().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    // Without a link it tells what it told before there were links, so that old loads are known again.
    private String told() {
        String all = toString();
        return all.endsWith(NO_LINK) ? all.substring(0, all.length() - NO_LINK.length()) + "]" : all;
    }

    /** Unique key over all sources. */
    public String key() {
        return source + " " + nativeId;
    }
}
