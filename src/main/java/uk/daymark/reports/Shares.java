package uk.daymark.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares in words: never a percentage without the numbers it is made of. */
final class Shares {

    private Shares() {}

    static String inWords(int part, int whole) {
        return part + " of " + whole + (whole == 0 ? "" : " (" + percent(part, whole) + ")");
    }

    /** "12 of 240 pupils (5.0%)". */
    static String inWords(int part, int whole, String one, String several) {
        return part + " of " + whole + " " + (whole == 1 ? one : several)
                + (whole == 0 ? "" : " (" + percent(part, whole) + ")");
    }

    /** In percent to one place, rounded half up, for showing only. */
    static String percent(int part, int whole) {
        return BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP) + "%";
    }
}
