package uk.daymark.enforcement.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Support;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.enforcement.referral.Referral.View;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.people.Pupil;
import uk.daymark.people.Pupils;
import uk.daymark.worklist.Answer;
import uk.daymark.worklist.Conditions;
import uk.daymark.worklist.TaskAbout;
import uk.daymark.worklist.TaskHandler;

/**
 * An officer investigates the whole case before anybody decides: were special educational needs looked into, and are they met? Where they
 * are not, support goes on and the referral ends without a sanction.
 *
 * <p>Source: Hertfordshire, information for parents about attendance issues (S0), on statutory intervention.
 */
@Component
class InvestigateCaseTask implements TaskHandler {

    private final ReferralCases cases;
    private final ReferralRounds rounds;
    private final ReferralStore store;
    private final CheckStore checks;
    private final ReferralFacts facts;
    private final Pupils pupils;
    private final Support support;
    private final Journal journal;

    InvestigateCaseTask(
            ReferralCases cases,
            ReferralRounds rounds,
            ReferralStore store,
            CheckStore checks,
            ReferralFacts facts,
            Pupils pupils,
            Support support,
            Journal journal) {
        this.cases = cases;
        this.rounds = rounds;
        this.store = store;
        this.checks = checks;
        this.facts = facts;
        this.pupils = pupils;
        this.support = support;
        this.journal = journal;
    }

    @Override
    public boolean handles(String model, String kind) {
        return model.equals(Models.REFERRAL) && kind.equals(Models.INVESTIGATE);
    }

    @Override
    public List<Fact> facts(TaskAbout task) {
        CaseFile file = cases.of(task.key());
        Pupil.Details pupil = pupils.find(file.pupil()).orElseThrow().details();
        List<Fact> all = new ArrayList<>(facts.asked(file, rounds.open(file)));
        all.add(new Fact(
                "Special educational needs, by the school's records",
                pupil.sen().isBlank() || pupil.sen().equalsIgnoreCase("N") ? "None" : pupil.sen()));
        String records = String.join(
                "\n",
                support.of(file.ref()).records().stream()
                        .map(record -> support.words(record.details()))
                        .toList());
        all.add(new Fact("Support on record", records.isEmpty() ? "None recorded" : records));
        return all;
    }

    @Override
    public Map<String, Object> complete(TaskAbout task, Answer answer) {
        CaseFile file = cases.of(task.key());
        store.hold(file.ref());
        Referral referral = rounds.open(file);
        boolean met = answer.text("needs").equals("met");
        new Conditions(answer)
                .holds(
                        !met || !answer.text("identified").equals("not-yet"),
                        "identified",
                        "Needs that were not looked into cannot be called met. Look into them first, or say that they are"
                                + " not met. Source: Hertfordshire, Information for parents about attendance issues (S0)")
                .check();
        store.investigated(referral, answer.text("findings"));
        if (met) {
            checks.view(referral, List.of("NEEDS_MET"), View.AGREED, answer.text("reason"));
        } else {
            checks.view(referral, List.of("NEEDS_MET"), View.NOT_MET, answer.text("reason"));
            store.answer(referral, Standing.ENDED, "support-instead", answer.text("reason"), "");
        }
        journal.write(Entry.of(
                        file.ref().value(),
                        "REFERRAL",
                        met
                                ? "The case was investigated: the pupil's needs are met, or there are none."
                                : "The case was investigated: the pupil's needs are not met. Support goes on.",
                        answer.text("reason"))
                .changing("", answer.text("findings")));
        return Map.of("needs", met ? "met" : "not-met");
    }
}
