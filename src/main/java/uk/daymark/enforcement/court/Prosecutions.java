package uk.daymark.enforcement.court;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.enforcement.court.Prosecution.Caution;
import uk.daymark.enforcement.court.Prosecution.Evidence;
import uk.daymark.enforcement.court.Prosecution.Hearing;
import uk.daymark.enforcement.court.Prosecution.Result;
import uk.daymark.enforcement.court.Prosecution.Standing;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.journal.Who;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.policy.Policy;
import uk.daymark.web.Conflict;

/** The prosecutions in the database. Who writes journals what it means. */
@Repository
public class Prosecutions {

    private final JdbcTemplate jdbc;
    private final ProsecutionRows rows;
    private final Who who;
    private final Clock clock;

    Prosecutions(JdbcTemplate jdbc, Who who, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new ProsecutionRows(jdbc);
        this.who = who;
        this.clock = clock;
    }

    /** Every prosecution of a parent in a case, oldest first. */
    public List<Prosecution> of(ParentKey key) {
        return rows.of(key);
    }

    /** The last of them. */
    public Optional<Prosecution> last(ParentKey key) {
        List<Prosecution> all = of(key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The one that goes on, while nobody else can change it. */
    @Transactional
    public Prosecution hold(ParentKey key) {
        jdbc.query(
                "select id from prosecution where case_ref = ? and parent_number = ? for update",
                row -> {},
                key.caseRef().value(),
                key.number());
        return last(key)
                .filter(Prosecution::open)
                .orElseThrow(() -> new IllegalStateException("There is no open prosecution of " + key));
    }

    /**
     * Opens a file. One that was left open before anything was begun ends.
     *
     * @throws Conflict where proceedings against this parent are before the court in this case
     */
    @Transactional
    Prosecution open(
            ParentKey key,
            Tier tier,
            Optional<NoticeRef> notice,
            DateRange charged,
            ProsecutionLimit limit,
            Policy policy) {
        List<Prosecution> before = of(key);
        if (before.stream().anyMatch(file -> file.standing() == Standing.BEGUN)) {
            throw new Conflict(
                    "Proceedings against this parent are before the court already. Another prosecution is opened after the"
                            + " court has decided: enter its result first.");
        }
        before.stream()
                .filter(Prosecution::open)
                .forEach(left -> end(left, "not-begun", "Left when a new file was opened."));
        jdbc.update(
                "insert into prosecution (case_ref, parent_number, round, tier, standing, notice_ref, charged_from,"
                        + " charged_to, limit_safe, limit_outer, policy_name, policy_version, ladder_reason, outcome,"
                        + " ended_why, opened_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', ?, 1)",
                key.caseRef().value(),
                key.number(),
                before.size() + 1,
                tier.name(),
                Standing.PREPARING.name(),
                notice.map(NoticeRef::value).orElse(null),
                charged.from(),
                charged.to(),
                limit.safe(),
                limit.outer(),
                policy.name(),
                policy.version(),
                now());
        return last(key).orElseThrow();
    }

    void considered(Prosecution file, String considered, String decision) {
        change(
                file,
                "order_considered = ?, order_decision = ?, order_by = ?, order_at = ?",
                considered,
                decision,
                who.userName(),
                now());
    }

    void charges(Prosecution file, DateRange charged, ProsecutionLimit limit, String ladderReason) {
        change(
                file,
                "charged_from = ?, charged_to = ?, limit_safe = ?, limit_outer = ?, ladder_reason = ?",
                charged.from(),
                charged.to(),
                limit.safe(),
                limit.outer(),
                ladderReason);
    }

    void cautions(Prosecution file, String by, Optional<LocalDate> interviewOn) {
        change(file, "caution_by = ?, interview_on = ?", by, interviewOn.orElse(null));
    }

    void questioned(Prosecution file, Tier tier, Caution caution) {
        change(
                file,
                "tier = ?, cautioned_on = ?, advice_told = ?, answered = ?, answers = ?, knowledge = ?,"
                        + " questioned_by = ?, questioned_at = ?",
                tier.name(),
                caution.cautionedOn().orElse(null),
                caution.adviceTold(),
                caution.answered(),
                caution.answers(),
                caution.knowledge(),
                who.userName(),
                now());
    }

    /** The headteacher signed: these are the sessions charged from now on, and what was gathered and authorised before falls away. */
    void certified(Prosecution file, List<MarkedSession> sessions, ProsecutionLimit limit, String signedAs) {
        jdbc.update("delete from prosecution_session where prosecution_id = ?", file.id());
        jdbc.batchUpdate(
                "insert into prosecution_session (prosecution_id, on_date, half, code) values (?, ?, ?, ?)",
                sessions.stream()
                        .map(marked -> new Object[] {
                            file.id(),
                            marked.session().date(),
                            marked.session().half().name(),
                            marked.code().token()
                        })
                        .toList());
        change(
                file,
                "signed_as = ?, signed_by = ?, signed_at = ?, limit_safe = ?, limit_outer = ?, authorised_by = null,"
                        + " authorised_at = null, authorised_why = null",
                signedAs,
                who.userName(),
                now(),
                limit.safe(),
                limit.outer());
    }

    void gathered(Prosecution file, List<Evidence> evidence, List<Long> documents) {
        jdbc.update("delete from prosecution_evidence where prosecution_id = ?", file.id());
        jdbc.update("delete from prosecution_document where prosecution_id = ?", file.id());
        evidence.forEach(line -> jdbc.update(
                "insert into prosecution_evidence (prosecution_id, item, found, note) values (?, ?, ?, ?)",
                file.id(),
                line.item().name(),
                line.found().name(),
                line.note()));
        documents.forEach(document -> jdbc.update(
                "insert into prosecution_document (prosecution_id, document_id) values (?, ?)", file.id(), document));
        change(
                file,
                "gathered_by = ?, gathered_at = ?, authorised_by = null, authorised_at = null, authorised_why = null",
                who.userName(),
                now());
    }

    void authorised(Prosecution file, String why) {
        change(file, "authorised_by = ?, authorised_at = ?, authorised_why = ?", who.userName(), now(), why);
    }

    void begun(Prosecution file, LocalDate on, String courtReference) {
        change(
                file,
                "standing = ?, begun_on = ?, court_reference = ?, begun_by = ?",
                Standing.BEGUN.name(),
                on,
                courtReference,
                who.userName());
    }

    void hearing(Prosecution file, LocalDate on, String court, String attender) {
        jdbc.update(
                "insert into prosecution_hearing (prosecution_id, hearing_on, court, attender, entered_by, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                file.id(),
                on,
                court,
                attender,
                who.userName(),
                now());
        change(file, "standing = standing");
    }

    void confirmed(Prosecution file, Hearing hearing) {
        jdbc.update("update prosecution_hearing set confirmed_at = ? where id = ?", now(), hearing.id());
        change(file, "standing = standing");
    }

    void result(Prosecution file, Result result) {
        change(
                file,
                "result = ?, result_on = ?, fine_pence = ?, costs_pence = ?, surcharge_pence = ?, custody_days = ?,"
                        + " order_months = ?, other_sentence = ?, result_by = ?",
                result.verdict().name(),
                result.on(),
                result.fine().map(Money::pence).orElse(null),
                result.costs().map(Money::pence).orElse(null),
                result.surcharge().map(Money::pence).orElse(null),
                result.custodyDays().orElse(null),
                result.orderMonths().orElse(null),
                result.otherSentence(),
                who.userName());
    }

    void end(Prosecution file, String outcome, String why) {
        change(file, "standing = ?, outcome = ?, ended_why = ?", Standing.ENDED.name(), outcome, why);
    }

    private void change(Prosecution file, String set, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = file.id();
        jdbc.update("update prosecution set " + set + ", version = version + 1 where id = ?", all);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
