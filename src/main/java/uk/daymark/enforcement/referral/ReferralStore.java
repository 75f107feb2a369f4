package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.journal.Who;
import uk.daymark.measure.DateRange;
import uk.daymark.people.ContactId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.people.ScopeSql;

/** Referrals in the database. */
@Repository
class ReferralStore {

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final ReferralRows rows;
    private final Who who;
    private final Clock clock;

    ReferralStore(JdbcTemplate jdbc, ReferralRows rows, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.who = who;
        this.clock = clock;
    }

    /** Begins a round. */
    void begin(CaseRef ref, int round, Route route, DateRange period, String statement) {
        jdbc.update(
                "insert into referral (case_ref, round_number, route, period_from, period_to, statement, standing,"
                        + " begun_at, submitted_why, answer, answered_why, to_put_right, findings, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', 1)",
                ref.value(),
                round,
                route.name(),
                period.from(),
                period.to(),
                statement,
                Standing.BEING_PREPARED.name(),
                now());
    }

    /** What the school asks, while it prepares it. */
    void asks(Referral referral, Route route, DateRange period, String statement) {
        jdbc.update(
                "update referral set route = ?, period_from = ?, period_to = ?, statement = ?, version = version + 1"
                        + " where id = ?",
                route.name(),
                period.from(),
                period.to(),
                statement,
                referral.id());
    }

    /** Keeps whom the school means to name while it waits, by the form's place of each; what was kept before goes. */
    void drafts(Referral referral, List<Draft> drafts) {
        jdbc.update("delete from referral_draft where referral_id = ?", referral.id());
        drafts.forEach(draft -> jdbc.update(
                "insert into referral_draft (referral_id, place, contact_id, because) values (?, ?, ?, ?)",
                referral.id(),
                draft.place(),
                draft.contact().map(ContactId::number).orElse(null),
                draft.because()));
    }

    /** Those kept, by place; none where nothing was. */
    List<Draft> drafts(Referral referral) {
        return jdbc.query(
                "select place, contact_id, because from referral_draft where referral_id = ? order by place",
                (row, number) -> new Draft(
                        row.getInt("place"),
                        Optional.ofNullable(row.getObject("contact_id", Long.class))
                                .map(ContactId::new),
                        row.getString("because")),
                referral.id());
    }

    /**
     * A parent whom the school means to name.
     *
     * @param place of the form, from 1
     * @param contact empty where only a reason was written
     * @param because why this parent is liable; may be empty
     */
    record Draft(int place, Optional<ContactId> contact, String because) {}

    /** The school submits it, now, by the one who is signed in. */
    void submit(Referral referral, List<ParentKey> parents, String why) {
        jdbc.update(
                "update referral set standing = ?, submitted_by = ?, submitted_at = ?, submitted_why = ?,"
                        + " version = version + 1 where id = ?",
                Standing.SUBMITTED.name(),
                who.userName(),
                now(),
                why,
                referral.id());
        jdbc.update("delete from referral_parent where referral_id = ?", referral.id());
        parents.forEach(parent -> jdbc.update(
                "insert into referral_parent (referral_id, parent_number) values (?, ?)",
                referral.id(),
                parent.number()));
    }

    /** Somebody answers it, now: the one who is signed in, or Daymark itself. */
    void answer(Referral referral, Standing standing, String what, String why, String toPutRight) {
        jdbc.update(
                "update referral set standing = ?, answer = ?, answered_by = ?, answered_at = ?, answered_why = ?,"
                        + " to_put_right = ?, version = version + 1 where id = ?",
                standing.name(),
                what,
                who.userName(),
                now(),
                why,
                toPutRight,
                referral.id());
    }

    void investigated(Referral referral, String findings) {
        jdbc.update("update referral set findings = ?, version = version + 1 where id = ?", findings, referral.id());
    }

    void sits(Referral referral, LocalDate on) {
        jdbc.update("update referral set sitting_on = ?, version = version + 1 where id = ?", on, referral.id());
    }

    /** It is decided for a parent from now on; the notice of an earlier round is not its notice. */
    void takenUp(Referral referral, ParentKey parent) {
        jdbc.update(
                "update liable_parent set round_number = ?, notice_ref = null, version = version + 1"
                        + " where case_ref = ? and parent_number = ?",
                referral.round(),
                parent.caseRef().value(),
                parent.number());
    }

    /** Nobody else changes the case's referrals until the transaction ends. */
    void hold(CaseRef ref) {
        jdbc.query("select id from referral where case_ref = ? for update", row -> {}, ref.value());
    }

    /** Every round of a case, the first first. */
    List<Referral> of(CaseRef ref) {
        return rows.read("r.case_ref = ?", "r.round_number", List.of(ref.value()));
    }

    /** Every round of these cases, the first of each first; a case that was never referred is left out. */
    Map<CaseRef, List<Referral>> of(Collection<CaseRef> refs) {
        Map<CaseRef, List<Referral>> found = new HashMap<>();
        List<CaseRef> all = List.copyOf(refs);
        for (int at = 0; at < all.size(); at += AT_A_TIME) {
            List<CaseRef> some = all.subList(at, Math.min(all.size(), at + AT_A_TIME));
            rows.read(
                            "r.case_ref in "
                                    + some.stream().map(ref -> "?").collect(Collectors.joining(", ", "(", ")")),
                            "r.case_ref, r.round_number",
                            some.stream().map(CaseRef::value).toList())
                    .forEach(referral -> found.computeIfAbsent(referral.caseRef(), ref -> new ArrayList<>())
                            .add(referral));
        }
        return found;
    }

    /** Those that stand so and whose school is in scope. */
    List<Referral> standing(Standing standing, Scope scope) {
        return in(scope, "r.standing = ?", standing.name());
    }

    /** A round that nobody has answered yet, without its parents and checks. */
    record Unanswered(CaseRef caseRef, PupilId pupil, DateRange period) {}

    /** The rounds of all schools that nobody has answered yet. */
    List<Unanswered> unanswered() {
        return jdbc.query(
                "select r.case_ref, c.pupil_id, r.period_from, r.period_to from referral r"
                        + " join attendance_case c on c.ref = r.case_ref where r.standing in (?, ?) order by r.id",
                (row, number) -> new Unanswered(
                        new CaseRef(row.getString("case_ref")),
                        new PupilId(row.getLong("pupil_id")),
                        new DateRange(
                                row.getObject("period_from", LocalDate.class),
                                row.getObject("period_to", LocalDate.class))),
                Standing.BEING_PREPARED.name(),
                Standing.SUBMITTED.name());
    }

    /** Those that are accepted and whose school is in scope, and in which a parent is undecided, as {@link Referrals#waiting} has it. */
    List<Referral> undecided(Scope scope) {
        return in(
                scope,
                "r.standing = ? and exists (select 1 from referral_parent n join liable_parent p"
                        + " on p.case_ref = r.case_ref and p.parent_number = n.parent_number where n.referral_id = r.id"
                        + " and ((p.round_number = r.round_number"
                        + " and (p.standing in ('NAMED', 'TO_DECIDE', 'INVESTIGATION', 'SUPERVISION_ORDER')"
                        + " or (p.standing = 'PENALTY_NOTICE' and p.notice_ref is null)))"
                        + " or (p.round_number < r.round_number and c.status = 'OPEN')))",
                Standing.ACCEPTED.name());
    }

    private List<Referral> in(Scope scope, String condition, Object value) {
        ScopeSql schools = ScopeSql.of(scope, "c.school_urn");
        List<Object> values = new ArrayList<>(List.of(value));
        values.addAll(schools.values());
        return rows.read(condition + " and " + schools.condition(), "r.id", values);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
