package uk.daymark.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.referral.LiableParent;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.Route;
import uk.daymark.journal.Journal;

/** The authority's queue for programs: read. */
@RestController
@Tag(name = "Referrals", description = "What schools have referred and the authority has still to decide.")
class ReferralsApi {

    private final Access access;
    private final ReferralDesk desk;
    private final Journal journal;

    ReferralsApi(Access access, ReferralDesk desk, Journal journal) {
        this.access = access;
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * A referral that waits.
     *
     * @param waited working days since it was submitted
     * @param promised within how many the authority answers, where its policy says so
     * @param officers user names of those who have a task of it
     */
    record Line(
            String caseRef,
            Route kind,
            Referral.Standing standing,
            String pupilRef,
            String pupilName,
            String schoolUrn,
            String schoolName,
            Evidence evidence,
            int waited,
            Optional<Integer> promised,
            boolean late,
            Optional<ActBy> actBy,
            Optional<LocalDate> sittingOn,
            List<Parent> parents,
            int undecided,
            List<String> officers) {}

    record Evidence(int met, int of) {}

    record ActBy(LocalDate safe, LocalDate outer) {}

    record Parent(String key, String name, String relation, LiableParent.Standing standing) {}

    @GetMapping("/api/referrals")
    @Operation(summary = "Referrals that wait at the authority, by the day to act by")
    LedgerDesk.Listed<Line> list(
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        SignedIn person = access.require(Action.SEE_REFERRALS);
        LedgerDesk.Listed<Referrals.Waiting> found =
                LedgerDesk.Listed.of(desk.queue(QueueFilter.of(asked), person), page, size);
        journal.looked("REFERRALS", "A list of referrals, page " + page);
        return new LedgerDesk.Listed<>(
                found.total(),
                found.page(),
                found.size(),
                found.items().stream().map(one -> line(one, person)).toList());
    }

    private Line line(Referrals.Waiting waiting, SignedIn person) {
        Referral referral = waiting.referral();
        return new Line(
                waiting.file().ref().value(),
                referral.route(),
                referral.standing(),
                waiting.file().pupilRef(),
                waiting.file().pupilName(),
                waiting.file().school().value(),
                desk.school(waiting.file().school()),
                new Evidence(referral.met(), referral.checks().size()),
                waiting.waited(),
                waiting.promised(),
                waiting.late(),
                waiting.actBy().map(limit -> new ActBy(limit.safe(), limit.outer())),
                waiting.sittingOn(),
                waiting.parents().stream()
                        .map(parent -> new Parent(
                                parent.key().toString(), parent.name(), parent.relation(), parent.standing()))
                        .toList(),
                waiting.undecided(),
                ReferralDesk.officers(desk.tasks(waiting.file().ref().value(), person)));
    }
}
