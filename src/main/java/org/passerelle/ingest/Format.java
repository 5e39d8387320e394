package org.passerelle.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A kind of input that can be loaded. */
public enum Format {
    /** People, groups, memberships, reporting lines and appointments as csv files. */
    ORGANISATION,
    /** Any columns, by a mapping file. */
    CSV,
    /** One JSON object a line, with the standard names or by a mapping file. */
    JSONL,
    /** Mail and list archives. */
    MBOX,
    /** The dump of a question-and-answer site. */
    STACKEXCHANGE;

    /** The format of that name; anything else is {@link UnusableInput}. */
    public static Format named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UnusableInput(
                        "load " + name,
                        "the format must be one of "
                                + Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", ")),
                        "Choose one of these; docs/FORMATS.md describes each"));
    }

    /** The name as commands spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
