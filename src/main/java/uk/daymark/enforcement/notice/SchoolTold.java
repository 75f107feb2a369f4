package uk.daymark.enforcement.notice;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.enforcement.referral.SchoolHears;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.workflow.Processes;

/**
 * Tells the school of a child what came of something at the authority: it lies on the work list there until somebody has taken note.
 *
 * <p>Source: Southwark and Rotherham codes of conduct (SOUTHWARK, ROTH): the school is told whether a notice was paid, withdrawn or
 * prosecuted.
 */
@Component
public class SchoolTold implements SchoolHears {

    private final Processes processes;
    private final Journal journal;

    SchoolTold(Processes processes, Journal journal) {
        this.processes = processes;
        this.journal = journal;
    }

    @Override
    public void tell(ParentKey about, String sentence) {
        journal.write(Entry.of(about.caseRef().value(), "NOTE", "The school is told: " + sentence, "")
                .readBy(Entry.Readers.EVERYBODY));
        processes.start(NoticeModels.SCHOOL_TOLD, about.toString(), Map.of(NoticeModels.SENTENCE, sentence));
    }
}
