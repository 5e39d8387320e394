package org.passerelle.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.Visibility;

/** How a contribution is kept: its day, who may find it, its folded copy, and which of two versions wins. */
final class Contributions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private Contributions() {}

    /** The day as a text that sorts and that the full-text index compares: 20250131. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The contribution's day, UTC. */
    static String day(Contribution contribution) {
        return day(contribution.at().atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** The day a text stands for. */
    static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }

    /** Who may find it, as one word of the full-text index; null when nobody may. */
    static @Nullable String audience(Contribution contribution) {
        return switch (contribution.visibility()) {
            case COMPANY -> "company";
            case COMMUNITY -> contribution.community() == null ? null : audience(contribution.community());
            case PRIVATE -> null;
        };
    }

    /** The audience that the members of a community are: one word whatever the community's id looks like. */
    static String audience(String communityId) {
        return "c" + Digests.sha256(communityId).substring(0, 16);
    }

    /** The community it was made in, as one word of the full-text index; null outside communities. */
    static @Nullable String place(Contribution contribution) {
        return contribution.community() == null ? null : audience(contribution.community());
    }

    /** Subject, text and tags without accents. */
    static @Nullable String folded(Contribution contribution) {
        if (contribution.visibility() == Visibility.PRIVATE) {
            return null;
        }
        StringJoiner words = new StringJoiner("\n");
        for (@Nullable String part : new String[] {contribution.subject(), contribution.text()}) {
            if (part != null) {
                words.add(part);
            }
        }
        contribution.topics().forEach(words::add);
        return words.length() == 0 ? null : Text.folded(words.toString());
    }

    /** Two parts of one contribution: the rows that share its sender and second. */
    static Contribution union(Contribution one, Contribution other) {
        return new Contribution(
                one.source(),
                one.nativeId(),
                one.at(),
                one.kind(),
                one.channel(),
                one.visibility(),
                one.text(),
                one.subject(),
                one.thread(),
                one.community(),
                one.language(),
                one.by(),
                joined(one.recipients(), other.recipients()),
                joined(one.mentions(), other.mentions()),
                one.repliesTo(),
                one.resolves(),
                one.reactions(),
                one.topics(),
                one.process(),
                one.anonymousReactions());
    }

    private static List<Account> joined(List<Account> one, List<Account> other) {
        Set<Account> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    /** Which of two versions of one contribution wins: the later one, then the greater digest. */
    static Contribution later(Contribution one, Contribution other) {
        int order = one.at().compareTo(other.at());
        if (order == 0) {
            order = digest(one).compareTo(digest(other));
        }
        return order >= 0 ? one : other;
    }

    /** What tells two versions apart: everything but the order in lists. */
    static String digest(Contribution contribution) {
        List<String> parts = new ArrayList<>();
        parts.add(contribution.key());
        parts.add(Long.toString(contribution.at().toEpochMilli()));
        parts.add(contribution.kind().name());
        parts.add(contribution.channel());
        parts.add(contribution.visibility().name());
        parts.add(text(contribution.text()));
        parts.add(text(contribution.subject()));
        parts.add(text(contribution.thread()));
        parts.add(text(contribution.community()));
        parts.add(contribution.by().key());
        parts.add(accounts(contribution.recipients()));
        parts.add(accounts(contribution.mentions()));
        parts.add(text(contribution.repliesTo()));
        parts.add(text(contribution.resolves()));
        parts.add(contribution.reactions().stream()
                .map(reaction -> reaction.by().key() + "|" + reaction.kind() + "|" + reaction.at())
                .sorted()
                .toList()
                .toString());
        parts.add(contribution.topics().stream().sorted().toList().toString());
        parts.add(text(contribution.process()));
        parts.add(Integer.toString(contribution.anonymousReactions()));
        return Digests.sha256(String.join("\u0000", parts));
    }

    private static String text(@Nullable String text) {
        return text == null ? "\u0001" : text;
    }

    private static String accounts(List<Account> accounts) {
        return accounts.stream().map(Account::key).sorted().distinct().toList().toString();
    }
}
