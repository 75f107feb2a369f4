package uk.daymark.escalation;

import java.util.List;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.SupportFacts;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.cases.SupportRecord.Details;
import uk.daymark.cases.SupportRecord.Response;
import uk.daymark.letters.Letters;

/** What the family said to early help, of all that is on record of it. */
final class EarlyHelpAnswer {

    private final CasePolicy policy;

    EarlyHelpAnswer(CasePolicy policy) {
        this.policy = policy;
    }

    /**
     * {@code given}, {@code waiting} or {@code declined}. A letter that offers help again says nothing about an answer that was given to
     * another offer, and a letter alone is never declined.
     */
    String of(CaseFile file, SupportFacts known) {
        List<Details> offers = known.records().stream()
                .map(SupportRecord::details)
                .filter(help -> help.kind() == SupportKind.EARLY_HELP)
                .filter(help -> help.offeredOn().or(help::openedOn).isPresent())
                .toList();
        boolean answered = offers.stream().anyMatch(help -> taken(help) || help.response() == Response.DECLINED);
        List<Details> counted =
                offers.stream().filter(help -> !answered || !onlyWritten(help)).toList();
        if (counted.isEmpty()) {
            return "given";
        }
        Details last = counted.get(counted.size() - 1);
        if (taken(last)) {
            return "given";
        }
        boolean waiting = last.response() == Response.NOT_YET
                && (counted.stream().allMatch(EarlyHelpAnswer::onlyWritten) || hasTimeToAnswer(file, last));
        return waiting ? "waiting" : "declined";
    }

    private static boolean taken(Details help) {
        return help.response() == Response.ACCEPTED || help.openedOn().isPresent();
    }

    /** Offered in one of our own letters, which nobody has answered. */
    private static boolean onlyWritten(Details help) {
        return Letters.offeredIn(help) && help.response() == Response.NOT_YET && !taken(help);
    }

    private boolean hasTimeToAnswer(CaseFile file, Details help) {
        return help.offeredOn()
                .filter(on -> policy.today()
                        .isBefore(
                                policy.schoolDaysAfter(file.school(), on, policy.number(file, "early_help.ask_again"))))
                .isPresent();
    }
}
