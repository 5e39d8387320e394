package org.passerelle.network;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that somebody who sees the whole should know. Its sentence names no person; who is meant is told apart, because
 * not every reader may learn it.
 *
 * @param key what it is about, its family before the first colon; the same for the same thing
 * @param figure the figure of the sentence, as one reads it
 * @param value the same as a number
 * @param effect the two figures compared, apart: {@link #effect}
 * @param people how many it concerns
 * @param who people meant, at most {@value #WHO_MAX}, in order of name: no order of merit
 * @param view where the page shows it one level down, as in {@code #/silos?dimension=UNIT}
 * @param query what to ask the API for the same
 */
public record OverviewItem(
        String key,
        Section section,
        Bilingual sentence,
        Bilingual figure,
        double value,
        Certainty certainty,
        double effect,
        int people,
        List<Person> who,
        String view,
        String query) {
    /** The most people named in one item. */
    public static final int WHO_MAX = 5;

    /** What it is to its reader. */
    public enum Section {
        /** Something is not as it was. */
        CHANGED,
        /** Something may be lost. */
        AT_RISK,
        /** Somebody deserves thanks. */
        THANKS
    }

    /** Refuses an effect that is no part of 1, and people in negative number; puts people in order of name. */
    public OverviewItem {
        if (!(effect >= 0 && effect <= 1) || people < 0 || !view.startsWith("#/")) {
            throw new IllegalArgumentException("An item has an effect from 0 to 1, people and a view, not " + effect
                    + ", " + people + ", " + view);
        }
        who = who.stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .limit(WHO_MAX)
                .toList();
    }

    /** What is about the same kind of thing. */
    public String family() {
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }

    /** Where the page shows a community. */
    public static String community(String id) {
        return "#/communities?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** How far two figures that are not negative are apart: their difference over the larger; 0 the same, 1 all or nothing. */
    public static double effect(double one, double other) {
        double larger = Math.max(Math.abs(one), Math.abs(other));
        return larger == 0 ? 0 : Math.min(1, Math.abs(one - other) / larger);
    }
}
