package org.passerelle.ingest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Account;

/**
 * Whose accounts the values of a source are. A mail address is one account whatever the source it was
 * seen in; every other account belongs to its source.
 */
enum Accounts {
    /** Mail addresses. */
    MAIL,
    /** The source's own: logins, numbers; its people are kept apart from every other source's. */
    OWN,
    /** Ids of the people of the organisation. */
    PERSON,
    /** What looks like a mail address is one, the rest is the source's own. */
    BY_SHAPE;

    /** The source of all mail addresses. */
    static final String ADDRESS = "address";

    /** The source of the organisation's own ids. */
    static final String PERSON_ID = "person";

    private static final int LENGTH_MAX = 320;
    private static final Pattern NAMED = Pattern.compile("^(.*)<([^<>]+)>\\s*$", Pattern.DOTALL);
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,128}@[\\p{L}\\p{N}._-]{1,255}");

    /** The account of this value of this source. */
    Account account(String source, String value, @Nullable String name) throws BadRow {
        String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (text.isEmpty() || text.length() > LENGTH_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadRow(
                    QuarantineCode.BAD_ADDRESS, "an account that is empty, too long or has control characters");
        }
        boolean mail = this == MAIL || (this == BY_SHAPE && text.indexOf('@') > 0);
        if (!mail) {
            return new Account(this == PERSON ? PERSON_ID : source, text, cleanName(name));
        }
        Matcher named = NAMED.matcher(text);
        boolean withName = named.matches();
        String spelled = withName && name == null ? named.group(1).replace("\"", "") : name;
        String address = canonical(withName ? named.group(2) : text);
        if (!MAIL_ADDRESS.matcher(address).matches()) {
            if (this == BY_SHAPE) {
                return new Account(source, text, cleanName(name));
            }
            throw new BadRow(QuarantineCode.BAD_ADDRESS, "something else than a mail address");
        }
        return new Account(ADDRESS, address, cleanName(spelled));
    }

    /** The id of the person behind this value of this source. */
    String personId(String source, String value) throws BadRow {
        Account account = account(source, value, null);
        return account.source().equals(source) ? source + ":" + account.address() : account.address();
    }

    /** The address in lower case, without what follows a plus before the at. */
    static String canonical(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }

    /** The name composed and with single blanks; null where nothing is left. */
    static @Nullable String cleanName(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String clean = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), 200));
    }
}
