package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.enforcement.referral.Referral.Said;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.measure.ProsecutionLimit;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Describes the tasks of a referral. */
@Component
@Order(1)
class ReferralDescriber implements TaskDescriber {

    private final ReferralCases cases;
    private final ReferralRounds rounds;
    private final Referrals referrals;
    private final Due due;
    private final TaskSayings words;
    private final Dates dates;

    ReferralDescriber(
            ReferralCases cases, ReferralRounds rounds, Referrals referrals, Due due, TaskSayings words, Dates dates) {
        this.cases = cases;
        this.rounds = rounds;
        this.referrals = referrals;
        this.due = due;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public boolean describes(String model, String key) {
        return model.equals(Models.REFERRAL) && CaseRef.fits(key);
    }

    @Override
    public Description describe(OpenedTask task) {
        CaseFile file = cases.of(task.key());
        Referral referral = rounds.open(file);
        Optional<ProsecutionLimit> limit = referrals.waiting(referral).flatMap(Referrals.Waiting::actBy);
        boolean atSchool = task.kind().equals(Models.PREPARE);
        return new Description(
                file.school(),
                file.enrolment(),
                file.pupilRef(),
                file.pupilName(),
                Optional.of(file.ref().value()),
                words.say(
                        task.kind() + (atSchool && returned(file).isPresent() ? "-returned" : "") + ".title",
                        file.pupilName()),
                atSchool ? whyAtSchool(file, referral) : whyAtAuthority(referral),
                words.say(task.kind() + ".change"),
                due.endOf(
                        atSchool
                                ? due.atSchool(file)
                                : due.atAuthority(
                                        file,
                                        referral.submitted()
                                                .map(Said::at)
                                                .map(at -> at.atZone(LondonTime.ZONE)
                                                        .toLocalDate())
                                                .orElseGet(due::today),
                                        limit)),
                due.urgency(file, limit),
                Optional.empty());
    }

    private Optional<Referral> returned(CaseFile file) {
        return rounds.before(file).filter(earlier -> earlier.standing() == Standing.RETURNED);
    }

    private String whyAtSchool(CaseFile file, Referral referral) {
        int stopping = referral.stopping().size();
        String standing =
                stopping == 0 ? words.say("prepare-referral.free") : words.say("prepare-referral.stops", stopping);
        return returned(file)
                .flatMap(Referral::answered)
                .map(said -> words.say("prepare-referral-returned.why", standing))
                .orElse(standing);
    }

    private String whyAtAuthority(Referral referral) {
        LocalDate day = referral.submitted()
                .map(said -> said.at().atZone(LondonTime.ZONE).toLocalDate())
                .orElseGet(due::today);
        long met = referral.checks().stream().filter(Check::met).count();
        return words.say(
                "at-authority.why",
                referral.route().title(),
                dates.day(day),
                met,
                referral.checks().size());
    }
}
