package uk.daymark.enforcement.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.people.PupilId;

/** Writes notices that are issued into the ledger. Whoever issues one holds the pupil from before the checks until it is committed. */
@Component
public class NoticeBook {

    private final NoticeStore store;
    private final NoticeFiles files;

    NoticeBook(NoticeStore store, NoticeFiles files) {
        this.store = store;
        this.files = files;
    }

    /** Keeps everybody else from issuing or changing anything about the pupil until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(PupilId pupil) {
        store.hold(List.of(pupil));
    }

    /** The next reference. */
    @Transactional(propagation = Propagation.MANDATORY)
    public NoticeRef nextRef(int year) {
        return store.nextRef(year);
    }

    /**
     * Enters a notice that is issued. A notice for attendance takes a place among those that count; places of notices that do not count
     * any more become free. The database refuses a place or a session that is taken.
     *
     * @param person everybody in the ledger who is the same person as the parent
     * @param lookbackFrom the first day of the time looked back over
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Notice notice, Set<PartyId> person, LocalDate lookbackFrom) {
        if (notice.kind() != Notice.Kind.ATTENDANCE) {
            store.add(notice, Optional.empty());
            return;
        }
        Map<NoticeRef, Integer> places = store.places(notice.pupil(), person, notice.kind());
        Set<Integer> taken = files
                .of(store.about(List.of(notice.pupil())).stream()
                        .filter(one -> places.containsKey(one.ref()))
                        .toList())
                .stream()
                .filter(file -> counts(file, lookbackFrom))
                .map(file -> places.get(file.notice().ref()))
                .collect(Collectors.toSet());
        places.forEach((ref, place) -> {
            if (!taken.contains(place)) {
                store.giveUpPlace(ref);
            }
        });
        store.add(
                notice,
                IntStream.rangeClosed(1, taken.size() + 1)
                        .boxed()
                        .filter(place -> !taken.contains(place))
                        .findFirst());
    }

    private static boolean counts(NoticeFile file, LocalDate lookbackFrom) {
        return file.outcome().counts() && !file.notice().issuedOn().isBefore(lookbackFrom);
    }
}
