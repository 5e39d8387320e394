package org.passerelle.network;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** A language that sentences are written in, and how it writes figures. */
public enum Language {
    /** 1,234.5 and 12%. */
    ENGLISH(Locale.UK, "%"),
    /** 1 234,5 and 12 %. */
    FRENCH(Locale.FRANCE, "\u00a0%");

    private static final char NARROW_SPACE = '\u202f';
    private static final char SPACE = '\u00a0';

    private final Locale locale;
    private final String percentSign;
    /** Made once, for looking up a locale's rules takes longer than writing; never used itself, for it is not for threads. */
    @SuppressWarnings("ImmutableEnumChecker") // only ever copied
    private final NumberFormat rules;

    Language(Locale locale, String percentSign) {
        this.locale = locale;
        this.percentSign = percentSign;
        this.rules = NumberFormat.getNumberInstance(locale);
    }

    /** Its rules for days and words. */
    public Locale locale() {
        return locale;
    }

    /** A number with so many digits after the point; what rounds to nothing has no sign. */
    public String number(double value, int digits) {
        NumberFormat format = (NumberFormat) rules.clone();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        double rounded = Math.abs(value) < 0.5 * Math.pow(10, -digits) ? 0.0 : value;
        // Few printed letters have the narrow space.
        return format.format(rounded).replace(NARROW_SPACE, SPACE);
    }

    /** The same with its sign, plus as well. */
    public String signed(double value, int digits) {
        String written = number(value, digits);
        return value > 0 && !written.equals(number(0, digits)) ? "+" + written : written;
    }

    /** A share from 0 to 1 in percent; small ones with a digit more. */
    public String percent(double share) {
        return number(100 * share, Math.abs(share) < 0.1 && share != 0 ? 1 : 0) + percentSign;
    }
}
