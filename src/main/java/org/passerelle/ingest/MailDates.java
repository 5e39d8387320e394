package org.passerelle.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moments in mail: RFC 5322 with its obsolete zones, and the order of {@code asctime}. A zone that
 * means nothing counts as UTC, so that a message is off by hours rather than lost.
 */
final class MailDates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("CET", 1),
            Map.entry("MET", 1),
            Map.entry("CEST", 2),
            Map.entry("MEST", 2),
            Map.entry("BST", 1));
    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?";
    private static final Pattern MAIL = Pattern.compile(
            "(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*[\\s-]+(\\d{2,4})\\s+" + TIME + "\\s*([+-]\\d{4}|[A-Za-z]{1,5})?");
    private static final Pattern ASCTIME = Pattern.compile("([A-Za-z]{3})\\s+(\\d{1,2})\\s+" + TIME
            + "\\s+(?:([+-]\\d{4}|[A-Z]{2,5})\\s+)?(\\d{4})(?:\\s+([+-]\\d{4}))?");

    private MailDates() {}

    /** The moment in the text, empty where there is none. */
    static Optional<Instant> of(String text) {
        try {
            Matcher mail = MAIL.matcher(text);
            if (mail.find()) {
                return Optional.of(
                        moment(year(mail.group(3)), mail.group(2), mail.group(1), time(mail, 4), zone(mail.group(7))));
            }
            Matcher asctime = ASCTIME.matcher(text);
            if (asctime.find()) {
                String zone = asctime.group(6) == null ? asctime.group(8) : asctime.group(6);
                return Optional.of(moment(
                        Integer.parseInt(asctime.group(7)),
                        asctime.group(1),
                        asctime.group(2),
                        time(asctime, 3),
                        zone(zone)));
            }
        } catch (DateTimeException | NumberFormatException _) {
            // A 31st of June and the like are no moments.
        }
        return Optional.empty();
    }

    private static Instant moment(int year, String month, String day, int[] time, ZoneOffset zone) {
        int number = MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1;
        return LocalDateTime.of(year, number, Integer.parseInt(day), time[0], time[1], time[2])
                .toInstant(zone);
    }

    private static int[] time(Matcher matcher, int group) {
        String second = matcher.group(group + 2);
        return new int[] {
            Integer.parseInt(matcher.group(group)),
            Integer.parseInt(matcher.group(group + 1)),
            // A leap second is the one before it.
            second == null ? 0 : Math.min(59, Integer.parseInt(second))
        };
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (text.length() == 4) {
            return year;
        }
        return text.length() == 2 && year < 50 ? 2_000 + year : 1_900 + year;
    }

    private static ZoneOffset zone(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return ZoneOffset.UTC;
        }
        if (text.charAt(0) != '+' && text.charAt(0) != '-') {
            return ZoneOffset.ofHours(ZONES.getOrDefault(text.toUpperCase(Locale.ROOT), 0));
        }
        int minutes = Integer.parseInt(text.substring(1, 3)) * 60 + Integer.parseInt(text.substring(3));
        if (minutes > 14 * 60) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.ofTotalSeconds((text.charAt(0) == '-' ? -minutes : minutes) * 60);
    }
}
