package uk.daymark.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.measure.DateRange;
import uk.daymark.people.PupilId;
import uk.daymark.people.ScopeSql;
import uk.daymark.people.Urn;
import uk.daymark.time.LondonTime;

/** Letters as they were written and what became of them, for counting: nothing of what they say. */
@Repository
public class LetterRecords {

    private final JdbcTemplate jdbc;

    LetterRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A letter.
     *
     * @param template the name of its template; a policy's own variant ends with the name of the common one
     * @param title what staff call it
     * @param holds the ids of the rules that spoke against sending when it was written; none where the reader is not told
     * @param on when it was written
     * @param sentOn when it was posted or e-mailed
     * @param news what somebody was told of it since; empty where nobody was, or the reader is not told
     */
    public record Written(
            String ref,
            String template,
            String title,
            Sender sender,
            Urn school,
            PupilId pupil,
            String pupilName,
            Letter.State state,
            List<String> holds,
            LocalDate on,
            Optional<LocalDate> sentOn,
            Optional<LetterNews.What> news) {

        public Written {
            holds = List.copyOf(holds);
        }
    }

    /** Those within reach that were written in these days, the earliest first. */
    public List<Written> written(LetterReach reach, DateRange days) {
        return in(
                reach,
                "t.proposed_at >= ? and t.proposed_at < ?",
                startOf(days.from()),
                startOf(days.to().plusDays(1)));
    }

    /** Those within reach that were posted or e-mailed in these days, the earliest first. */
    public List<Written> sent(LetterReach reach, DateRange days) {
        return in(reach, "t.state in ('POSTED', 'EMAILED') and t.sent_on between ? and ?", days.from(), days.to());
    }

    private List<Written> in(LetterReach reach, String condition, Object from, Object to) {
        ScopeSql within = reach.sql();
        List<Object> values = new ArrayList<>(List.of(from, to));
        values.addAll(within.values());
        return jdbc.query(
                "select t.ref, t.title, t.template, t.sender, t.school_urn, t.state, t.holds, t.proposed_at, t.sent_on,"
                        + " (select w.what from letter_news w where w.letter_id = t.id and w.id = (select max(l.id)"
                        + " from letter_news l where l.letter_id = t.id)) as news, e.pupil_id,"
                        + " p.legal_forename, p.legal_surname, p.preferred_forename, p.preferred_surname"
                        + " from letter t join enrolment e on e.id = t.enrolment_id join pupil p on p.id = e.pupil_id"
                        + " where " + condition + " and " + within.condition() + " order by t.id",
                (row, number) -> written(row, reach),
                values.toArray());
    }

    private static Written written(ResultSet row, LetterReach reach) throws SQLException {
        Sender sender = Sender.valueOf(row.getString("sender"));
        boolean inFull = reach.readsWords(sender, row.getString("template"));
        return new Written(
                row.getString("ref"),
                row.getString("template"),
                row.getString("title"),
                sender,
                new Urn(row.getString("school_urn")),
                new PupilId(row.getLong("pupil_id")),
                either(row, "forename") + " " + either(row, "surname"),
                Letter.State.valueOf(row.getString("state")),
                inFull
                        ? Stream.of(row.getString("holds").split(" "))
                                .filter(hold -> !hold.isEmpty())
                                .toList()
                        : List.of(),
                row.getObject("proposed_at", OffsetDateTime.class)
                        .atZoneSameInstant(LondonTime.ZONE)
                        .toLocalDate(),
                Optional.ofNullable(row.getObject("sent_on", LocalDate.class)),
                Optional.ofNullable(row.getString("news"))
                        .filter(word -> inFull)
                        .map(LetterNews.What::valueOf)
                        .filter(what -> what != LetterNews.What.NEITHER));
    }

    private static String either(ResultSet row, String name) throws SQLException {
        String preferred = row.getString("preferred_" + name);
        return preferred.isBlank() ? row.getString("legal_" + name) : preferred;
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(LondonTime.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }
}
