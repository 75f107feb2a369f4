package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.LiableParent.Standing;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.journal.Who;
import uk.daymark.people.ContactId;

/** The parents named in the cases, and what was decided for each. Every change is journalled under the case. */
@Service
public class LiableParents {

    private final JdbcTemplate jdbc;
    private final ParentRows rows;
    private final Journal journal;
    private final Who who;
    private final Clock clock;

    LiableParents(JdbcTemplate jdbc, ParentRows rows, Journal journal, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
        this.who = who;
        this.clock = clock;
    }

    /**
     * A parent as a referral names them.
     *
     * @param contact as the child's school knows them
     * @param address with line breaks
     * @param because why this parent is liable; never empty
     */
    public record Named(ContactId contact, String name, String address, String relation, String because) {}

    /**
     * Names a parent. One who was named in this case before keeps the number and gets the new particulars.
     *
     * @return the parent's key, now and for as long as the case lasts
     */
    @Transactional
    public ParentKey name(CaseRef ref, Named parent) {
        Optional<LiableParent> before = of(ref).stream()
                .filter(one -> one.contact().equals(parent.contact()))
                .findFirst();
        ParentKey key = before.map(LiableParent::key).orElseGet(() -> new ParentKey(ref, of(ref).size() + 1));
        if (before.isEmpty()) {
            jdbc.update(
                    "insert into liable_parent (case_ref, parent_number, contact_id, parent_name, address, relation,"
                            + " liable_because, standing, named_by, named_at, version)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    ref.value(),
                    key.number(),
                    parent.contact().number(),
                    parent.name(),
                    parent.address(),
                    parent.relation(),
                    parent.because(),
                    Standing.NAMED.name(),
                    who.userName(),
                    now());
        } else {
            jdbc.update(
                    "update liable_parent set parent_name = ?, address = ?, relation = ?, liable_because = ?,"
                            + " version = version + 1 where case_ref = ? and parent_number = ?",
                    parent.name(),
                    parent.address(),
                    parent.relation(),
                    parent.because(),
                    ref.value(),
                    key.number());
        }
        journal.write(Entry.of(
                        ref.value(),
                        "REFERRAL",
                        parent.name() + " is named as a parent, " + parent.relation() + ".",
                        parent.because())
                .changing(before.map(LiableParent::liableBecause).orElse(""), parent.because()));
        return key;
    }

    /** The parents named in a case, in the order of their numbers. */
    public List<LiableParent> of(CaseRef ref) {
        return rows.of(List.of(ref)).getOrDefault(ref, List.of());
    }

    /** The same of many cases, some hundreds with one question; a case in which nobody is named is left out. */
    Map<CaseRef, List<LiableParent>> of(Collection<CaseRef> refs) {
        return rows.of(refs);
    }

    /** The parent with that key. */
    public Optional<LiableParent> find(ParentKey key) {
        return rows.find(key);
    }

    /** The parent with that key, while nobody else can change them. */
    @Transactional
    public LiableParent hold(ParentKey key) {
        jdbc.query(
                "select id from liable_parent where case_ref = ? and parent_number = ? for update",
                row -> {},
                key.caseRef().value(),
                key.number());
        return find(key).orElseThrow(() -> new IllegalStateException("There is no parent " + key));
    }

    /** Says how far it has come for a parent. */
    @Transactional
    public void stands(ParentKey key, Standing standing, String why) {
        LiableParent before = hold(key);
        jdbc.update(
                "update liable_parent set standing = ?, version = version + 1 where case_ref = ? and parent_number = ?",
                standing.name(),
                key.caseRef().value(),
                key.number());
        journal.write(Entry.of(key.caseRef().value(), "PARENT", before.name() + ": " + standing.title() + ".", why)
                .changing(before.standing().title(), standing.title()));
    }

    /** Keeps which notice was issued to a parent; those before stay the parent's. */
    @Transactional
    public void issued(ParentKey key, NoticeRef notice) {
        jdbc.update(
                "insert into notice_of_parent (notice_ref, case_ref, parent_number) values (?, ?, ?)",
                notice.value(),
                key.caseRef().value(),
                key.number());
        jdbc.update(
                "update liable_parent set notice_ref = ?, version = version + 1 where case_ref = ? and parent_number = ?",
                notice.value(),
                key.caseRef().value(),
                key.number());
    }

    /** Another notice is wanted for a parent: until it is issued, none is what was decided; those before stay the parent's. */
    @Transactional
    public void noticeToCome(ParentKey key) {
        jdbc.update(
                "update liable_parent set notice_ref = null, version = version + 1"
                        + " where case_ref = ? and parent_number = ? and notice_ref is not null",
                key.caseRef().value(),
                key.number());
    }

    /** Every notice that was issued to a parent in the case, in the order of their references. */
    public List<NoticeRef> notices(ParentKey key) {
        return jdbc.query(
                "select notice_ref from notice_of_parent where case_ref = ? and parent_number = ? order by notice_ref",
                (row, number) -> new NoticeRef(row.getString("notice_ref")),
                key.caseRef().value(),
                key.number());
    }

    /** The parent to whom that notice was issued in a case. */
    public Optional<ParentKey> of(NoticeRef notice) {
        return jdbc
                .query(
                        "select case_ref, parent_number from notice_of_parent where notice_ref = ?",
                        (row, number) ->
                                new ParentKey(new CaseRef(row.getString("case_ref")), row.getInt("parent_number")),
                        notice.value())
                .stream()
                .findFirst();
    }

    /**
     * Records what the person who is signed in decides for a parent, now.
     *
     * @param proposed what Daymark proposed
     * @param rule the rule that proposed it, with its table's version; empty text where there is none
     * @param reason never empty
     * @param sittingOn the day of the panel's sitting, where a panel decides
     */
    @Transactional
    public void decide(
            ParentKey key,
            Outcome outcome,
            Optional<Outcome> proposed,
            String rule,
            String reason,
            Optional<LocalDate> sittingOn) {
        LiableParent parent = hold(key);
        jdbc.update(
                "insert into parent_decision (case_ref, parent_number, outcome, proposed, rule, reason, sitting_on,"
                        + " asked_for, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key.caseRef().value(),
                key.number(),
                outcome.name(),
                proposed.map(Outcome::name).orElse(""),
                rule,
                reason,
                sittingOn.orElse(null),
                sittingOn.flatMap(day -> parent.sittingOn()).orElse(null),
                who.userName(),
                now());
        jdbc.update(
                "update liable_parent set version = version + 1 where case_ref = ? and parent_number = ?",
                key.caseRef().value(),
                key.number());
        journal.write(Entry.of(key.caseRef().value(), "DECISION", parent.name() + ": " + outcome.title() + ".", reason)
                .under(rule)
                .changing(proposed.map(Outcome::title).orElse(""), outcome.title()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
