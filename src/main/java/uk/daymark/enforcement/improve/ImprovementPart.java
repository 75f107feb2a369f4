package uk.daymark.enforcement.improve;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart;
import uk.daymark.time.Dates;

/** The notices to improve on a case's pages, and until when one runs. */
@Component
class ImprovementPart implements CasePart {

    private final ImprovementStore store;
    private final ImprovementCases cases;
    private final Dates dates;

    ImprovementPart(ImprovementStore store, ImprovementCases cases, Dates dates) {
        this.store = store;
        this.cases = cases;
        this.dates = dates;
    }

    @Override
    public List<Line> lines(CaseFile file) {
        return store.of(file.ref()).stream()
                .map(notice -> new Line(
                        "Notices to improve",
                        "To " + cases.of(notice.key()).whom()
                                + notice.time()
                                        .map(time -> ", " + dates.day(time.from()) + " to " + dates.day(time.to()))
                                        .orElse(", not posted")
                                + notice.end()
                                        .map(end -> ": " + end.outcome().title() + (end.early() ? ", ended early" : ""))
                                        .orElse(""),
                        Optional.empty(),
                        Optional.of(notice.givenAt())))
                .toList();
    }

    @Override
    public List<Waiting> waiting(CaseFile file) {
        return store.of(file.ref()).stream()
                .filter(ImprovementNotice::stands)
                .map(notice -> new Waiting(
                        "The time to improve of " + cases.of(notice.key()).whom() + " runs until "
                                + dates.day(notice.time().orElseThrow().to()),
                        notice.asks().enough(),
                        notice.asks().early().sentence()))
                .toList();
    }
}
