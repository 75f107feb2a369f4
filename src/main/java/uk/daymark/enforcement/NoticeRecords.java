package uk.daymark.enforcement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.measure.DateRange;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** The notices that were issued in Daymark and what became of them, for counting. Notices of before Daymark are not among them. */
public interface NoticeRecords {

    /** Those that an authority in scope issued in these days, or that were issued for a pupil of a school in scope; the earliest first. */
    List<Issued> issued(Scope scope, DateRange days);

    /** What became of a notice. One of these holds of each. */
    enum Fate {
        OPEN("Can still be paid"),
        PAID_LOWER("Paid at the lower rate"),
        PAID_FULL("Paid at the full rate"),
        UNPAID("Not paid in time"),
        WITHDRAWN("Withdrawn"),
        PROSECUTED("Prosecuted");

        private final String title;

        Fate(String title) {
            this.title = title;
        }

        /** As people read it. */
        public String title() {
            return title;
        }
    }

    /**
     * A notice.
     *
     * @param school the school at the time; empty where Daymark does not know it
     * @param partPaid whether money came that does not clear it
     * @param ground on what ground it was withdrawn; empty where it stands
     * @param courtResult what came of the prosecution, as people read it; empty where nobody was prosecuted
     * @param refundOwed pence that have to be paid back
     */
    record Issued(
            String ref,
            Optional<Urn> school,
            String schoolName,
            String pupilName,
            LocalDate on,
            Fate fate,
            boolean partPaid,
            Optional<String> ground,
            Optional<String> courtResult,
            long refundOwed) {}
}
