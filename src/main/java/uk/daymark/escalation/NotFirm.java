package uk.daymark.escalation;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.daymark.cases.CaseFigures;

/**
 * Why sessions that count are not firm: no reason is known yet, or the school's own register has not taken a code that was decided
 * here. Nothing legal rests on either.
 */
final class NotFirm {

    private NotFirm() {}

    /** Which words of the tasks fit: "" for reasons alone, "-unconfirmed" for codes alone, "-both". */
    static String variant(CaseFigures figures) {
        if (figures.unconfirmed() == 0) {
            return "";
        }
        return figures.provisional() == 0 ? "-unconfirmed" : "-both";
    }

    /** Every kind of them, each as a sentence. */
    static String inWords(CaseFigures figures, TaskWords words) {
        return Stream.of(
                        sentence("not-firm.no-reason", figures.provisional(), words),
                        sentence("not-firm.not-in-register", figures.unconfirmed(), words))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String name, int sessions, TaskWords words) {
        return sessions == 0 ? "" : words.say(name, sessions);
    }
}
