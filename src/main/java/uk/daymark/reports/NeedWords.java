package uk.daymark.reports;

import java.util.Locale;

/** What needs and year groups are called. */
final class NeedWords {

    private NeedWords() {}

    /** A code of special educational need as words. */
    static String sen(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "" -> "Special educational need not known";
            case "N" -> "No special educational need";
            case "K" -> "SEN support";
            case "E" -> "Education, health and care plan";
            default -> "Special educational need: " + code;
        };
    }

    /** "Year 7", "Reception". */
    static String year(String group) {
        if (group.equalsIgnoreCase("R")) {
            return "Reception";
        }
        return group.isBlank() ? "Year group not known" : group.matches("[0-9]+") ? "Year " + group : group;
    }

    /** Nursery and reception first, then by number. */
    static int order(String group) {
        return group.matches("[0-9]{1,3}") ? Integer.parseInt(group) : group.isBlank() ? Integer.MAX_VALUE : -1;
    }
}
