package uk.daymark.enforcement.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.KnownSanctions;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;

/** The notices of a case's pupil that the school may see in the ledger. */
@Component
class NoticesKnownToSchools implements KnownSanctions {

    private final Ledger ledger;
    private final Dates dates;

    NoticesKnownToSchools(Ledger ledger, Dates dates) {
        this.ledger = ledger;
        this.dates = dates;
    }

    @Override
    public List<String> of(CaseFile file) {
        return ledger.search("", Optional.of(file.pupilRef()), Scope.school(file.school())).stream()
                .filter(found -> found.notice().pupil().equals(file.pupil()))
                .map(found -> found.notice().ref() + " to " + found.notice().parentName() + ", issued on "
                        + dates.day(found.notice().issuedOn()) + ": "
                        + found.state().title())
                .toList();
    }
}
