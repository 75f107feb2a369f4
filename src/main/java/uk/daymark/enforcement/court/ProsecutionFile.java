package uk.daymark.enforcement.court;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.cases.CaseDocument;
import uk.daymark.cases.SupportRecord;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.journal.Recorded;
import uk.daymark.letters.Letter;

/**
 * All that a prosecution rests on, for one parent, as of now.
 *
 * @param parent the parent and the case
 * @param prosecution the parent's last prosecution in the case
 * @param littleTimeFrom the day from which little time is left to begin
 * @param notice the notice that was not paid
 * @param chronology what happened in the case and about this parent, oldest first
 * @param letters the letters to this parent, oldest first, with their posting
 * @param support what was offered to the family, oldest first
 * @param exhibits the documents of the case that go into the file
 */
public record ProsecutionFile(
        ParentCase parent,
        Prosecution prosecution,
        LocalDate littleTimeFrom,
        Optional<NoticeFile> notice,
        List<Recorded> chronology,
        List<Letter> letters,
        List<SupportRecord> support,
        List<CaseDocument> exhibits) {

    public ProsecutionFile {
        chronology = List.copyOf(chronology);
        letters = List.copyOf(letters);
        support = List.copyOf(support);
        exhibits = List.copyOf(exhibits);
    }
}
