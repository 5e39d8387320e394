package org.passerelle.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
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
}
