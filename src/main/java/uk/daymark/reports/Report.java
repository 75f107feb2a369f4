package uk.daymark.reports;

import uk.daymark.access.Action;
import uk.daymark.web.NotFound;

/** One report. Every bean of this type has its page, its file and its place in the list. */
public interface Report {

    /** As it stands in its address: "near-the-line". Lower-case letters and hyphens. */
    String name();

    /** Its formal title, which heads the page. */
    String title();

    /** What it is for, in one sentence, for the list of reports. */
    String purpose();

    /** What one has to be allowed to do, beside seeing reports at all. */
    Action neededAction();

    /** Its place in the list, lower first. */
    int place();

    /** Whether a period may be chosen. Where it may not, the report speaks of the day alone. */
    default boolean asksForPeriod() {
        return false;
    }

    /** Whether its table may be taken away for sharing: it counts, and names nobody. */
    default boolean mayBeShared() {
        return true;
    }

    /** The report as asked. */
    ReportResult make(Asked asked);

    /**
     * The rows behind one figure of the report: as many rows as the figure says. Which figure, the filters say that the report itself has
     * put into the figure's address.
     *
     * @throws NotFound where there is no such figure
     */
    default ReportResult rows(Asked asked) {
        throw new NotFound("There is no such list.");
    }
}
