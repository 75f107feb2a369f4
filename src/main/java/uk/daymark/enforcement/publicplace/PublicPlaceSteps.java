package uk.daymark.enforcement.publicplace;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.Referring;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.DateRange;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.NamedStep;
import uk.daymark.workflow.Step;

/** What the model {@code public-place-notice} does by itself. */
@Configuration(proxyBeanMethods = false)
class PublicPlaceSteps {

    @Bean
    Step checkSighting(Cases cases, SightingStore store, PublicPlaceChecks checks, Journal journal) {
        return new NamedStep("checkSighting", context -> {
            CaseFile file = cases.find(new CaseRef(context.key())).orElseThrow();
            Sighting sighting = store.last(file.ref()).orElseThrow();
            Suspension suspension = store.standing(sighting.suspension());
            Optional<String> noDuty =
                    checks.noDuty(file.school(), suspension, sighting.on()).map(rule -> rule.message());
            boolean missing = !suspension.noticeGivenBy(sighting.on())
                    || checks.noStatement(file.school(), file.ref(), sighting.on())
                            .isPresent();
            noDuty.ifPresent(why -> journal.write(
                    Entry.of(file.ref().value(), "SIGHTING", "The parents had no duty on that day.", why)));
            return Map.of("sighting", noDuty.isPresent() ? "no-duty" : missing ? "incomplete" : "counts");
        });
    }

    /** The parents are waited for as long as the policy says, and never past the last school day before a referral has to be made. */
    @Bean
    Step setExplanationDate(Cases cases, SightingStore store, PublicPlaceChecks checks) {
        return new NamedStep("setExplanationDate", context -> {
            CaseFile file = cases.find(new CaseRef(context.key())).orElseThrow();
            Sighting sighting = store.last(file.ref()).orElseThrow();
            LocalDate today = checks.today();
            int days = checks.policy(file.school())
                    .number("excluded.reply_within", today)
                    .orElseThrow();
            LocalDate usual = checks.after(file.school(), today, days).orElseGet(() -> today.plusDays(days));
            LocalDate until = checks.lastDay(file.school(), sighting.on())
                    .map(last -> last.minusDays(1))
                    .filter(usual::isAfter)
                    .orElse(usual);
            return Map.of(
                    "explanationUntil",
                    until.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant());
        });
    }

    @Bean
    Step referPublicPlace(Cases cases, SightingStore store, Referring referring) {
        return new NamedStep("referPublicPlace", context -> {
            CaseRef ref = new CaseRef(context.key());
            cases.refer(ref, context.text("sightingWhy").orElse("Seen in a public place while suspended"));
            LocalDate on = store.last(ref).orElseThrow().on();
            referring.begin(ref, new Referring.Wanted("public-place", Optional.of(new DateRange(on, on))));
            return Map.of();
        });
    }
}
