package uk.daymark.enforcement.publicplace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFollower;
import uk.daymark.cases.CasePart;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Processes;

/** What a case's pages say of a sighting; and the end of what is under way when the case is closed. */
@Component
class PublicPlacePart implements CasePart, CaseFollower {

    private final SightingStore store;
    private final PublicPlaces places;
    private final Processes processes;
    private final Dates dates;

    PublicPlacePart(SightingStore store, PublicPlaces places, Processes processes, Dates dates) {
        this.store = store;
        this.places = places;
        this.processes = processes;
        this.dates = dates;
    }

    @Override
    public List<Line> lines(CaseFile file) {
        return store.last(file.ref()).stream()
                .map(sighting -> new Line(
                        "Seen in a public place",
                        dates.day(sighting.on()) + " at " + sighting.at() + ", " + sighting.place() + ", by "
                                + sighting.seenBy() + ". " + places.words(store.standing(sighting.suspension())),
                        Optional.empty(),
                        Optional.of(sighting.enteredAt())))
                .toList();
    }

    @Override
    public void opened(CaseFile file) {
        // A new case has no sighting yet.
    }

    @Override
    public void closed(CaseFile file, String why) {
        processes.signal(PublicPlaces.WITHDRAWN, file.ref().value(), Map.of(Processes.BECAUSE, why));
    }
}
