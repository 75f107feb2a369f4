package uk.daymark.enforcement.publicplace;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.worklist.Description;
import uk.daymark.worklist.TaskDescriber;

/** Says what the tasks about a sighting are about, and by when: before the last day to refer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicPlaceDescriber implements TaskDescriber {

    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);
    private static final int SOON = 2;

    private final Cases cases;
    private final SightingStore store;
    private final PublicPlaceChecks checks;
    private final PublicPlaceWords words;
    private final Dates dates;

    PublicPlaceDescriber(
            Cases cases, SightingStore store, PublicPlaceChecks checks, PublicPlaceWords words, Dates dates) {
        this.cases = cases;
        this.store = store;
        this.checks = checks;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public boolean describes(String model, String key) {
        return model.equals(PublicPlaces.MODEL) && CaseRef.fits(key);
    }

    @Override
    public Description describe(OpenedTask task) {
        CaseFile file = cases.find(new CaseRef(task.key())).orElseThrow();
        Sighting sighting = store.last(file.ref()).orElseThrow();
        Optional<LocalDate> last = checks.lastDay(file.school(), sighting.on());
        int days = checks.policy(file.school())
                .number("escalation.task_days", checks.today())
                .orElseThrow();
        LocalDate usual = checks.after(file.school(), checks.today(), days)
                .orElseGet(() -> checks.today().plusDays(days));
        LocalDate due = last.filter(usual::isAfter).orElse(usual);
        return new Description(
                file.school(),
                file.enrolment(),
                file.pupilRef(),
                file.pupilName(),
                Optional.of(file.ref().value()),
                words.say(task.kind() + ".title", file.pupilName()),
                last.map(day -> words.say("any.why-until", dates.day(sighting.on()), dates.day(day)))
                        .orElseGet(() -> words.say("any.why", dates.day(sighting.on()))),
                words.say("any.change"),
                due.atTime(END_OF_DAY).atZone(LondonTime.ZONE).toInstant(),
                SOON,
                Optional.empty());
    }
}
