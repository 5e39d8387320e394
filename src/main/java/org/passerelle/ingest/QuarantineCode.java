package org.passerelle.ingest;

/** Why a row was set aside, as a stable code with what was expected and what to do. */
public enum QuarantineCode {
    /** Bytes that are no text in the promised encoding. */
    BAD_ENCODING(
            Stage.READ,
            "bytes of the encoding that the mapping promises (UTF-8 unless it says otherwise)",
            "save the file in that encoding, or write `encoding: ISO-8859-1` (or windows-1252) in the mapping"),
    /** A line over the limit. */
    LINE_TOO_LONG(Stage.READ, "a line of at most 8 MiB", "check that the file has line ends, and split the row"),
    /** A quoted cell that never ends. */
    UNCLOSED_QUOTE(
            Stage.READ,
            "a closing quote within 2,000 lines",
            "close or double the quote, or write `quote: none` in the mapping"),
    /** More or fewer cells than columns. */
    WRONG_COLUMN_COUNT(Stage.READ, "as many cells as columns", "quote cells that contain the separator"),
    /** Not a JSON object. */
    NOT_JSON(Stage.READ, "one JSON object a line", "correct the line"),
    /** The compressed file ends too early. */
    TRUNCATED_FILE(
            Stage.READ,
            "a complete compressed file",
            "fetch the file again and load it again: rows already there stay as they are"),
    /** The compressed file is damaged. */
    CORRUPT_FILE(
            Stage.READ,
            "an undamaged compressed file",
            "fetch the file again and load it again: rows already there stay as they are"),
    /** No id where the mapping maps one. */
    MISSING_ID(Stage.MAP, "an id", "fill the id"),
    /** No date. */
    MISSING_DATE(Stage.MAP, "a date", "fill the date"),
    /** A date in another format than the mapping's. */
    BAD_DATE(Stage.MAP, "a date in the mapping's format", "correct the date, or the mapping's `format`"),
    /** A date outside the years that any source may speak of. */
    DATE_OUT_OF_RANGE(
            Stage.MAP,
            "a date from 1900-01-01 to 2100-12-31",
            "correct the date, or the mapping's `format` or `origin`"),
    /** Nobody did it. */
    MISSING_SENDER(Stage.MAP, "who did it", "fill the sender"),
    /** A mail to its own sender only. */
    SELF_ADDRESSED(
            Stage.MAP,
            "a recipient other than the sender",
            "correct the recipient, or write `to_self: KEEP` in the mapping to keep the act without recipient"),
    /** Not an address or account. */
    BAD_ADDRESS(
            Stage.MAP,
            "a mail address like name@domain or, for another account, the form that docs/FORMATS.md gives",
            "correct the address"),
    /** A required cell is empty. */
    MISSING_VALUE(Stage.MAP, "a value", "fill the cell"),
    /** A cell with a value that is not allowed there. */
    BAD_VALUE(Stage.MAP, "one of the values that docs/FORMATS.md lists", "correct the cell"),
    /** A cell with too many values. */
    TOO_MANY_VALUES(Stage.MAP, "at most 10,000 values in a cell", "split the row"),
    /** A mail message that cannot be taken apart. */
    BAD_MESSAGE(Stage.READ, "a mail message with a header of at most 64 KiB", "correct the message, or leave it out"),
    /** Two people, or groups, with one id. */
    DUPLICATE_ID(Stage.CHECK, "one row an id", "give each its own id, or delete the wrong row"),
    /** One address of two people. */
    SHARED_ADDRESS(Stage.CHECK, "an address of one person only", "delete it from the wrong row"),
    /** Somebody the people file does not know. */
    UNKNOWN_PERSON(Stage.CHECK, "the id of a person", "add the person to the people file, or correct the id"),
    /** A manager the people file does not know. */
    UNKNOWN_MANAGER(
            Stage.CHECK, "the id of a person as manager", "add the manager to the people file, or correct the id"),
    /** A group the groups file does not know. */
    UNKNOWN_GROUP(Stage.CHECK, "the id of a group", "add the group to the groups file, or correct the id"),
    /** People who, on some day, report to themselves in a circle. */
    REPORTING_CYCLE(Stage.CHECK, "reporting lines that end at somebody", "correct or date one of these lines"),
    /** Two managers in the line at once. */
    TWO_MANAGERS(Stage.CHECK, "one manager in the line at a time", "date the lines, or mark one of them as FUNCTIONAL"),
    /** Groups inside each other in a circle. */
    GROUP_CYCLE(Stage.CHECK, "groups that end at a largest one", "correct the `part_of` of one of these groups"),
    /** A group inside a group of another dimension. */
    OTHER_DIMENSION(Stage.CHECK, "a larger group of the same dimension", "correct the `part_of` or the dimension"),
    /** Until lies before from. */
    ENDS_BEFORE_START(Stage.CHECK, "a last day that is not before the first", "correct one of the two dates");

    /** Where on the way of the data a row was stopped. */
    public enum Stage {
        READ,
        MAP,
        CHECK
    }

    private final Stage stage;
    private final String expected;
    private final String advice;

    QuarantineCode(Stage stage, String expected, String advice) {
        this.stage = stage;
        this.expected = expected;
        this.advice = advice;
    }

    /** Where on the way of the data rows with this code are stopped. */
    public Stage stage() {
        return stage;
    }

    /** What should have been there. */
    public String expected() {
        return expected;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
