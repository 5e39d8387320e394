package org.passerelle.adoption;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;

/** Says a month of the funnel and the newcomers' stay in a sentence or two. */
final class AdoptionSentence {
    private AdoptionSentence() {}

    static Bilingual of(FunnelMonth month, Survival newcomers) {
        return Bilingual.of(in -> funnel(month, in) + stay(newcomers, in));
    }

    private static String funnel(FunnelMonth month, Language in) {
        List<String> parts = new ArrayList<>();
        for (StageCount count : month.stages()) {
            Integer people = count.people();
            if (people != null) {
                parts.add(in.number(people, 0) + " " + verb(count.stage(), people, in));
            }
        }
        String name = month.month().format(DateTimeFormatter.ofPattern("MMMM yyyy", in.locale()));
        String people = in.number(month.people(), 0);
        if (in == Language.FRENCH) {
            return "En " + name + ", sur " + people + " personnes : "
                    + (parts.isEmpty()
                            ? "aucun chiffre ne peut être montré."
                            : String.join(", ", parts) + ". Chaque étape comprend les suivantes.");
        }
        return "In " + name + ", of " + people + " people: "
                + (parts.isEmpty()
                        ? "no figure can be shown."
                        : String.join(", ", parts) + ". Each stage holds those after it.");
    }

    private static String verb(AdoptionStage stage, int people, Language in) {
        if (in == Language.FRENCH) {
            boolean one = people < 2;
            return switch (stage) {
                case REACHED -> one ? "touchée" : "touchées";
                case READING -> one ? "a lu" : "ont lu";
                case REACTING -> one ? "a réagi" : "ont réagi";
                case REPLYING -> one ? "a répondu" : "ont répondu";
                case POSTING -> one ? "a ouvert un fil" : "ont ouvert un fil";
                case ANIMATING -> one ? "a fait échanger les autres" : "ont fait échanger les autres";
            };
        }
        return switch (stage) {
            case REACHED -> people == 1 ? "was reached" : "were reached";
            case READING -> "read";
            case REACTING -> "reacted";
            case REPLYING -> "replied";
            case POSTING -> "began a thread";
            case ANIMATING -> "made others talk";
        };
    }

    private static String stay(Survival newcomers, Language in) {
        return newcomers.active().stream()
                .filter(point -> point.days() == Newcomers.SILENCE_DAYS)
                .map(point -> {
                    Estimate share = point.share();
                    Integer all = newcomers.newcomers();
                    return share == null || all == null ? "" : stay(all, point.days(), share, in);
                })
                .collect(Collectors.joining());
    }

    private static String stay(int newcomers, int days, Estimate share, Language in) {
        String low = in.percent(share.low());
        String high = in.percent(share.high());
        return in == Language.FRENCH
                ? " Sur " + in.number(newcomers, 0) + " nouveaux venus, " + in.percent(share.value())
                        + " sont encore actifs après " + days + " jours (de " + low + " à " + high + ")."
                : " Of " + in.number(newcomers, 0) + " newcomers " + in.percent(share.value())
                        + " are still active after " + days + " days (" + low + " to " + high + ").";
    }
}
