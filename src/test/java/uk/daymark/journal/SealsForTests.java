package uk.daymark.journal;

import org.springframework.jdbc.core.JdbcTemplate;

/** Makes a seal without waiting for the night, and does what somebody could do who owns the whole database. */
public final class SealsForTests {

    private SealsForTests() {}

    public static Seal make(Seals seals) {
        return seals.seal();
    }

    /** Writes a chain anew with another reason in one entry, so that every entry is linked and hashed as it ought to be. */
    public static void rewrite(JdbcTemplate jdbc, Journal journal, String subject, long number, String why) {
        String previous = "";
        for (Link link : journal.chain(subject).links()) {
            Recorded was = link.recorded();
            Entry e = was.entry();
            Entry entry = new Entry(
                    e.subject(),
                    e.kind(),
                    e.what(),
                    was.number() == number ? why : e.why(),
                    e.rule(),
                    e.before(),
                    e.after(),
                    e.source(),
                    e.happenedAt(),
                    e.readers());
            Link now = Link.onto(previous, new Recorded(was.number(), was.at(), was.recordedAt(), was.by(), entry));
            jdbc.update(
                    "update journal_entry set why = ?, prev_hash = ?, hash = ? where subject = ? and entry_no = ?",
                    entry.why(),
                    now.previous(),
                    now.hash(),
                    subject,
                    was.number());
            previous = now.hash();
        }
        jdbc.update("update journal_chain set head = ? where subject = ?", previous, subject);
    }
}
