package org.passerelle.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Window;

/**
 * How a column writes moments: ISO 8601, seconds or milliseconds since an origin, or a pattern. Where
 * the text names no zone, the mapping's counts; an hour that the clock skips moves on by the gap, an hour
 * it repeats is the first one, so that every reading gives the same instant.
 */
final class Moments {
    /** ISO 8601 in UTC. */
    static final Moments ISO = new Moments("ISO", Instant.EPOCH, ZoneOffset.UTC);

    private final String format;
    private final Instant origin;
    private final ZoneId zone;
    private final @Nullable DateTimeFormatter pattern;

    /**
     * Moments in this format.
     *
     * @param format ISO, EPOCH_SECONDS, EPOCH_MILLIS or a pattern of {@link DateTimeFormatter}
     * @throws IllegalArgumentException where it is none of these
     */
    Moments(String format, Instant origin, ZoneId zone) {
        this.format = format;
        this.origin = origin;
        this.zone = zone;
        this.pattern = switch (format) {
            case "ISO", "EPOCH_SECONDS", "EPOCH_MILLIS" -> null;
            // Patterns say yyyy for the year; strict reading would want the era beside it.
            default ->
                DateTimeFormatter.ofPattern(format.replace("yyyy", "uuuu"), Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT);
        };
    }

    /** The moment that the text names. */
    Instant moment(String text) throws BadRow {
        try {
            Instant moment =
                    switch (format) {
                        case "EPOCH_SECONDS" -> origin.plusMillis(Math.round(number(text) * 1_000));
                        case "EPOCH_MILLIS" -> origin.plusMillis(Math.round(number(text)));
                        case "ISO" -> iso(text);
                        default -> patterned(text);
                    };
            return checked(moment);
        } catch (DateTimeException | NumberFormatException | ArithmeticException _) {
            throw new BadRow(QuarantineCode.BAD_DATE, "a date that is not " + format);
        }
    }

    /** The day that the text names, of the zone where it names an hour. */
    LocalDate day(String text) throws BadRow {
        return moment(text).atZone(zone).toLocalDate();
    }

    /** Refuses what no source may speak of. */
    static Instant checked(Instant moment) throws BadRow {
        LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
        if (!Window.EVER.contains(day)) {
            throw new BadRow(QuarantineCode.DATE_OUT_OF_RANGE, "a date in the year " + day.getYear());
        }
        return moment;
    }

    private static double number(String text) {
        double number = Double.parseDouble(text);
        // Beyond this an instant cannot be counted in milliseconds.
        if (!(Math.abs(number) < 1e15)) {
            throw new DateTimeException("out of range");
        }
        return number;
    }

    private Instant iso(String text) {
        String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
        if (iso.length() <= 10) {
            return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        }
        char last = iso.charAt(iso.length() - 1);
        if (last == 'Z' || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 11) > 0) {
            return OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                    .toInstant();
        }
        return LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    private Instant patterned(String text) {
        TemporalAccessor parts = Objects.requireNonNull(pattern).parse(text);
        if (parts.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parts);
        }
        LocalDate day = LocalDate.from(parts);
        LocalTime time = parts.query(TemporalQueries.localTime());
        return (time == null ? day.atStartOfDay(zone) : day.atTime(time).atZone(zone)).toInstant();
    }

    @Override
    public String toString() {
        return format;
    }
}
