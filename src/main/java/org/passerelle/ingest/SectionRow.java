package org.passerelle.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row as one section of a mapping sees it: fields instead of columns. */
record SectionRow(Row row, Section section, Lookups lookups) {
    /** All values of a field; none where it is not mapped or empty. */
    List<String> texts(String name) throws BadRow {
        Field field = section.field(name);
        return field == null ? List.of() : field.values(row, lookups);
    }

    /** The first value of a field, null where it is not mapped or empty. */
    @Nullable
    String text(String name) throws BadRow {
        List<String> values = texts(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The first value of a field that must have one. */
    String required(String name, QuarantineCode code) throws BadRow {
        String text = text(name);
        if (text == null) {
            throw new BadRow(code, "nothing in " + spelled(name));
        }
        return text;
    }

    /** The moment of a field that must have one. */
    Instant moment(String name) throws BadRow {
        String text = required(name, QuarantineCode.MISSING_DATE);
        try {
            return moments(name).moment(text);
        } catch (BadRow bad) {
            throw new BadRow(bad.code(), bad.found() + " in " + spelled(name));
        }
    }

    /** The day of a field, null where it is empty. */
    @Nullable
    LocalDate day(String name) throws BadRow {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return moments(name).day(text);
        } catch (BadRow bad) {
            throw new BadRow(bad.code(), bad.found() + " in " + spelled(name));
        }
    }

    private Moments moments(String name) {
        Field field = section.field(name);
        return field == null ? Moments.ISO : field.moments();
    }

    /** The value of a field as one of these words; the usual one where it is empty. */
    <E extends Enum<E>> @Nullable E word(String name, Class<E> words, @Nullable E usual) throws BadRow {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text.toUpperCase(Locale.ROOT))) {
                return word;
            }
        }
        throw new BadRow(
                QuarantineCode.BAD_VALUE,
                "a value other than " + List.of(words.getEnumConstants()) + " in " + spelled(name));
    }

    /** Yes or no; the usual one where the field is empty. */
    boolean yes(String name, boolean usual) throws BadRow {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "oui", "1" -> true;
            case "false", "no", "non", "0" -> false;
            default -> throw new BadRow(QuarantineCode.BAD_VALUE, "neither yes nor no in " + spelled(name));
        };
    }

    /** The number of a field, the usual one where it is empty; refused outside the bounds. */
    double number(String name, double usual, double max) throws BadRow {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        try {
            double number = Double.parseDouble(text.replace(',', '.'));
            if (number >= 0 && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, as for a number out of bounds.
        }
        throw new BadRow(QuarantineCode.BAD_VALUE, "no number from 0 to " + max + " in " + spelled(name));
    }

    private String spelled(String name) {
        Field field = section.field(name);
        return field == null ? name : field.spelled();
    }
}
