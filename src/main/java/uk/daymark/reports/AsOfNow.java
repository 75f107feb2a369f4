package uk.daymark.reports;

import java.time.Clock;
import org.springframework.stereotype.Component;
import uk.daymark.time.Dates;

/** Of when figures from Daymark's own records are: this moment. */
@Component
class AsOfNow {

    private final Dates dates;
    private final Clock clock;

    AsOfNow(Dates dates, Clock clock) {
        this.dates = dates;
        this.clock = clock;
    }

    /** "Ledger as of 4 June 2026 at 9:12am. This half term, 1 June 2026 to 4 June 2026". */
    String words(String what, Asked asked) {
        return what + " as of " + dates.moment(clock.instant()) + ". "
                + asked.period().inWords();
    }
}
