package uk.daymark.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.daymark.measure.Half;
import uk.daymark.measure.Summary;
import uk.daymark.register.MarkChange;
import uk.daymark.time.Dates;

/** Sentences about counts. */
final class Sentences {

    private static final Pattern COUNTED = Pattern.compile("(\\w+) (\\d+) (.+)");
    private static final int MOST_MARKS_NAMED = 3;

    private Sentences() {}

    /** "1 session", "10 sessions". */
    static String sessions(int count) {
        return count + (count == 1 ? " session" : " sessions");
    }

    /** Days first, then sessions and percent: "Missed 3 and a half days this school year (7 of 50 sessions, attendance 86.00%)". */
    static String missed(Summary summary) {
        return missed(summary.absent(), summary.possible());
    }

    /** The same of numbers. */
    static String missed(int absent, int possible) {
        return "Missed " + days(absent) + " this school year (" + absent + " of " + sessions(possible)
                + percent(possible - absent, possible)
                        .map(percent -> ", attendance " + percent.toPlainString() + "%")
                        .orElse("")
                + ")";
    }

    /** A share in percent, rounded half up to two places; empty of nothing. */
    static Optional<BigDecimal> percent(int part, int whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }

    /** "half a day", "1 day", "3 and a half days". */
    static String days(int sessions) {
        int whole = sessions / 2;
        if (sessions == 1) {
            return "half a day";
        }
        if (sessions % 2 == 1) {
            return whole + " and a half days";
        }
        return whole + (whole == 1 ? " day" : " days");
    }

    /** "amended: 14 November 2025 morning is now I (illness), was N". */
    static String amended(Collection<MarkChange> changes, Dates dates) {
        List<String> marks = new ArrayList<>();
        for (MarkChange change : changes) {
            if (marks.size() == MOST_MARKS_NAMED) {
                break;
            }
            marks.add(dates.day(change.session().date()) + " "
                    + (change.session().half() == Half.AM ? "morning" : "afternoon") + " is now "
                    + change.after().token() + " ("
                    + change.after().meaning().toLowerCase(Locale.UK) + ")"
                    + change.before().map(code -> ", was " + code.token()).orElse(""));
        }
        int more = changes.size() - marks.size();
        return "amended: " + String.join("; ", marks) + (more > 0 ? "; and " + more + " more" : "");
    }

    /** Three times "withdraws 1 letter" is "withdraws 3 letters". */
    static List<String> summedUp(List<String> effects) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        List<String> summed = new ArrayList<>();
        for (String effect : effects) {
            Matcher counted = COUNTED.matcher(effect);
            if (counted.matches()) {
                sums.merge(
                        counted.group(1) + " # " + singular(counted.group(3)),
                        Integer.valueOf(counted.group(2)),
                        Integer::sum);
            } else if (!effect.isBlank() && !summed.contains(effect)) {
                summed.add(effect);
            }
        }
        sums.forEach((what, sum) -> summed.add(what.replaceFirst("#", Integer.toString(sum)) + (sum == 1 ? "" : "s")));
        return summed;
    }

    private static String singular(String noun) {
        return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
    }
}
