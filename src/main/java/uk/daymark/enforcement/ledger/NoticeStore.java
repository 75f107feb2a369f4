package uk.daymark.enforcement.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;

/** The notices in the database, as they were issued. */
@Repository
class NoticeStore {

    private final JdbcTemplate jdbc;
    private final NoticeQueries queries;

    NoticeStore(JdbcTemplate jdbc, NoticeQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** Keeps everybody else from changing the ledger about these pupils until the transaction ends. */
    void hold(Collection<PupilId> pupils) {
        pupils.stream()
                .map(PupilId::number)
                .distinct()
                .sorted()
                .forEach(pupil -> jdbc.queryForList("select id from pupil where id = ? for update", Long.class, pupil));
    }

    /** Gives out a reference; others wait for theirs until the transaction ends. */
    NoticeRef nextRef(int year) {
        jdbc.queryForObject("select last_number from notice_number where in_year = 0 for update", Long.class);
        if (jdbc.update("update notice_number set last_number = last_number + 1 where in_year = ?", year) == 0) {
            jdbc.update("insert into notice_number (in_year, last_number) values (?, 1)", year);
        }
        Long number = jdbc.queryForObject("select last_number from notice_number where in_year = ?", Long.class, year);
        return new NoticeRef(String.format(Locale.ROOT, "N-%04d-%04d", year, number));
    }

    /** @param place the place that it takes among those allowed; empty for an earlier notice */
    void add(Notice notice, Optional<Integer> place) {
        jdbc.update(
                "insert into penalty_notice (ref, pupil_id, party_id, contact_id, kind, origin, parent_name, kept_by, issuer,"
                        + " school_urn, school_name, case_ref, offence_from, offence_to, rate, discounted_pence, full_pence,"
                        + " issued_on, decided_by, decided_at, decided_why, prosecute_safe, prosecute_outer, policy_name,"
                        + " policy_version, source, told_by, place, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                notice.ref().value(),
                notice.pupil().number(),
                notice.party().number(),
                NoticeRows.orNull(notice.contact().map(ContactId::number)),
                notice.kind().name(),
                notice.origin().name(),
                notice.parentName(),
                notice.keptBy(),
                notice.issuer(),
                NoticeRows.orNull(notice.school().map(Urn::value)),
                notice.schoolName(),
                NoticeRows.orNull(notice.caseRef()),
                notice.offence().from(),
                notice.offence().to(),
                notice.rate(),
                NoticeRows.orNull(notice.discounted().map(Money::pence)),
                NoticeRows.orNull(notice.full().map(Money::pence)),
                notice.issuedOn(),
                notice.decidedBy(),
                notice.decidedAt().atOffset(ZoneOffset.UTC),
                notice.decidedWhy(),
                notice.prosecuteSafe(),
                notice.prosecuteOuter(),
                notice.policyName(),
                notice.policyVersion(),
                notice.source(),
                notice.toldBy(),
                NoticeRows.orNull(place));
        jdbc.batchUpdate(
                "insert into notice_session (notice_ref, pupil_id, party_id, on_date, half, code, stands)"
                        + " values (?, ?, ?, ?, ?, ?, true)",
                notice.sessions().stream()
                        .map(marked -> new Object[] {
                            notice.ref().value(),
                            notice.pupil().number(),
                            notice.party().number(),
                            marked.session().date(),
                            marked.session().half().name(),
                            marked.code().token()
                        })
                        .toList());
    }

    /** The places that notices of this kind to these people hold. */
    Map<NoticeRef, Integer> places(PupilId pupil, Collection<PartyId> parties, Notice.Kind kind) {
        Map<NoticeRef, Integer> places = new HashMap<>();
        for (PartyId party : parties) {
            jdbc.query(
                    "select ref, place from penalty_notice where pupil_id = ? and party_id = ? and kind = ?"
                            + " and place is not null",
                    (RowCallbackHandler) row -> places.put(new NoticeRef(row.getString("ref")), row.getInt("place")),
                    pupil.number(),
                    party.number(),
                    kind.name());
        }
        return places;
    }

    void giveUpPlace(NoticeRef ref) {
        jdbc.update("update penalty_notice set place = null where ref = ?", ref.value());
    }

    /** Lets the sessions of a withdrawn notice serve again. */
    void freeSessions(NoticeRef ref) {
        jdbc.update("update notice_session set stands = null where notice_ref = ?", ref.value());
    }

    /** The sessions about a pupil that standing notices to these people rely on, with the notice. */
    Map<Session, NoticeRef> used(PupilId pupil, Collection<PartyId> parties) {
        Map<Session, NoticeRef> used = new HashMap<>();
        for (PartyId party : parties) {
            jdbc.query(
                    "select on_date, half, code, notice_ref from notice_session where pupil_id = ? and party_id = ?"
                            + " and stands",
                    (RowCallbackHandler) row ->
                            used.put(NoticeRows.session(row).session(), new NoticeRef(row.getString("notice_ref"))),
                    pupil.number(),
                    party.number());
        }
        return used;
    }

    void posted(NoticeRef ref, PaymentClock clock) {
        jdbc.update(
                "update penalty_notice set posted_on = ?, deemed_on = ?, discounted_until = ?, full_until = ? where ref = ?",
                clock.postedOn(),
                clock.deemedOn(),
                NoticeRows.orNull(clock.discountedUntil()),
                clock.fullUntil(),
                ref.value());
    }

    /** Counts a change of what belongs to the notice. */
    void touch(NoticeRef ref) {
        jdbc.update("update penalty_notice set version = version + 1 where ref = ?", ref.value());
    }

    Optional<Notice> find(NoticeRef ref, Scope scope, LocalDate today) {
        LedgerScope seen = LedgerScope.of(scope, today);
        List<Object> values = new ArrayList<>(List.of(ref.value()));
        values.addAll(seen.values());
        return queries.read(" where n.ref = ? and " + seen.condition(), values).stream()
                .findFirst();
    }

    /** Every notice about these pupils, whoever issued it, the latest first. */
    List<Notice> about(Collection<PupilId> pupils) {
        if (pupils.isEmpty()) {
            return List.of();
        }
        return queries.read(
                " where n.pupil_id in " + places(pupils.size()) + NoticeQueries.LATEST_FIRST,
                List.copyOf(pupils.stream().map(PupilId::number).toList()));
    }

    /** The children about whom notices went to a person. */
    List<PupilId> pupilsOf(PartyId party) {
        return jdbc.query(
                "select distinct pupil_id from penalty_notice where party_id = ? order by pupil_id",
                (row, number) -> new PupilId(row.getLong(1)),
                party.number());
    }

    /** Every notice that an authority keeps, the latest first. */
    List<Notice> keptBy(String authority) {
        return queries.read(" where n.kept_by = ?" + NoticeQueries.LATEST_FIRST, List.of(authority));
    }

    static String places(int howMany) {
        return IntStream.range(0, howMany).mapToObj(each -> "?").collect(Collectors.joining(", ", "(", ")"));
    }
}
