package uk.daymark.enforcement.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.enforcement.CheckWords;
import uk.daymark.enforcement.referral.Referral;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.time.Dates;

/** The referrals of one case as the authority's page shows them, one after another. */
@Component
class RoundViews {

    private final ReferralDesk desk;
    private final CheckWords checkWords;
    private final People people;
    private final Dates dates;

    RoundViews(ReferralDesk desk, CheckWords checkWords, People people, Dates dates) {
        this.desk = desk;
        this.checkWords = checkWords;
        this.people = people;
        this.dates = dates;
    }

    /** The round asked for; the last where none is, or there is no such. */
    static Optional<Referral> shown(List<Referral> rounds, String asked) {
        return rounds.stream()
                .filter(one -> String.valueOf(one.round()).equals(asked))
                .findFirst()
                .or(() -> rounds.stream().reduce((earlier, later) -> later));
    }

    /** Another referral of the same case. */
    record Beside(String address, String title) {}

    /** The one so many rounds on; none where there is none. */
    List<Beside> beside(List<Referral> rounds, Optional<Referral> shown, int on) {
        return rounds.stream()
                .filter(one -> shown.filter(referral -> one.round() == referral.round() + on)
                        .isPresent())
                .map(one -> new Beside(
                        "/referrals/" + one.caseRef() + "?round=" + one.round(),
                        one.route().title() + ", " + dates.day(one.period().from()) + " to "
                                + dates.day(one.period().to()) + ": "
                                + one.standing().title()))
                .toList();
    }

    /** What the page says of a referral as a whole, line by line. */
    Map<String, String> facts(Referral referral, Optional<Referrals.Waiting> waiting) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("What the school asks for", referral.route().title());
        facts.put(
                "Period",
                dates.day(referral.period().from()) + " to "
                        + dates.day(referral.period().to()));
        referral.submitted().ifPresent(said -> {
            facts.put("Submitted", said(said));
            facts.put("Why", said.why());
        });
        waiting.filter(one -> one.undecided() > 0 && referral.submitted().isPresent())
                .ifPresent(one ->
                        facts.put("Waiting", ReferralDesk.waited(one) + (one.late() ? ", longer than promised" : "")));
        waiting.map(one -> desk.actBy(one.actBy()))
                .ifPresent(limit -> facts.put(
                        "Act by",
                        limit.left().isEmpty()
                                ? limit.day()
                                : limit.day() + " (" + limit.left() + "), counted from the first session; "
                                        + limit.outer() + ", counted from the last"));
        referral.sittingOn().ifPresent(day -> facts.put("Sitting of the panel", dates.day(day)));
        referral.answered().ifPresent(said -> {
            facts.put("Answered", referral.standing().title() + ", " + said(said));
            facts.put("Reason", said.why());
        });
        if (!referral.toPutRight().isBlank()) {
            facts.put("To be put right", referral.toPutRight());
        }
        return facts;
    }

    private String said(Referral.Said said) {
        return dates.moment(said.at()) + " by " + people.displayName(said.by());
    }

    /** An earlier time that the case went to the authority. */
    record Round(int number, Map<String, String> facts, List<CheckLine> notMet) {}

    Round round(Referral referral) {
        return new Round(
                referral.round(),
                facts(referral, Optional.empty()),
                referral.checks().stream()
                        .filter(check -> !check.met())
                        .map(check -> CheckLine.of(check, checkWords, dates))
                        .toList());
    }
}
