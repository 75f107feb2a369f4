package uk.daymark.enforcement.court;

import java.util.Arrays;
import java.util.Locale;
import uk.daymark.enforcement.ledger.NoticeFile;

/** How a court ends a case. */
public enum Verdict {
    GUILTY_PLEA("Pleaded guilty", "convicted", NoticeFile.Result.CONVICTED),
    FOUND_GUILTY("Found guilty", "convicted", NoticeFile.Result.CONVICTED),
    ACQUITTED("Found not guilty", "acquitted", NoticeFile.Result.ACQUITTED),
    DISMISSED("Dismissed", "acquitted", NoticeFile.Result.ACQUITTED),
    WITHDRAWN("Withdrawn by the authority", "withdrawn", NoticeFile.Result.ENDED);

    private final String title;
    private final String outcome;
    private final NoticeFile.Result inLedger;

    Verdict(String title, String outcome, NoticeFile.Result inLedger) {
        this.title = title;
        this.outcome = outcome;
        this.inLedger = inLedger;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** As the models write it. */
    public String outcome() {
        return outcome;
    }

    /** As the ledger writes it. */
    NoticeFile.Result inLedger() {
        return inLedger;
    }

    /** As the form writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException where there is none of that word */
    static Verdict ofWord(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no result " + word));
    }
}
