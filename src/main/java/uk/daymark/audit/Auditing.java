package uk.daymark.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Seals;

/** Checks records against what was written and sealed. */
@Component
public class Auditing {

    private final Journal journal;
    private final Seals seals;

    Auditing(Journal journal, Seals seals) {
        this.journal = journal;
        this.seals = seals;
    }

    /** Checks the chain of a subject as it stands now. */
    @Transactional
    public Integrity check(String subject) {
        return Integrity.of(journal.chain(subject), seals.proof(subject));
    }
}
