package uk.daymark.enforcement.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.Referring;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.journal.Entry;
import uk.daymark.journal.Journal;
import uk.daymark.measure.DateRange;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.StepContext;

/** Begins the referrals of a case one after another: what is wanted while one is prepared or looked at is kept until that has ended. */
@Component
class ReferralsToCome implements Referring {

    private static final String FROM = "daysFrom";
    private static final String TO = "daysTo";

    private final JdbcTemplate jdbc;
    private final ReferralStore referrals;
    private final Cases cases;
    private final Processes processes;
    private final Journal journal;
    private final Dates dates;
    private final Clock clock;

    ReferralsToCome(
            JdbcTemplate jdbc,
            ReferralStore referrals,
            Cases cases,
            Processes processes,
            Journal journal,
            Dates dates,
            Clock clock) {
        this.jdbc = jdbc;
        this.referrals = referrals;
        this.cases = cases;
        this.processes = processes;
        this.journal = journal;
        this.dates = dates;
        this.clock = clock;
    }

    /** @param stage at which the case stood when it was asked for, and stands again when it begins */
    private record Kept(long id, Wanted wanted, String stage) {}

    @Override
    @Transactional
    public void begin(CaseRef ref, Wanted wanted) {
        CaseFile file = cases.find(ref).orElseThrow();
        if (!processes.running(Models.REFERRAL, ref.value())) {
            start(ref, wanted);
        } else if (wanted.days().isEmpty() && prepares(ref, Route.ofWord(wanted.route()))) {
            say(ref, "The referral that the school is preparing serves for this as well: " + inWords(wanted) + ".");
        } else {
            jdbc.update(
                    "insert into referral_to_come (case_ref, route, days_from, days_to, stage, wanted_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    ref.value(),
                    wanted.route(),
                    wanted.days().map(DateRange::from).orElse(null),
                    wanted.days().map(DateRange::to).orElse(null),
                    file.stage(),
                    clock.instant().atOffset(ZoneOffset.UTC));
            say(ref, sentence(wanted));
        }
    }

    /** The referral under way has ended, or is accepted: the next is begun. */
    void next(CaseRef ref) {
        kept(ref).stream().findFirst().ifPresent(next -> {
            jdbc.update("delete from referral_to_come where id = ?", next.id());
            cases.stage(
                    ref,
                    next.stage(),
                    "The referral that was under way has been answered: " + inWords(next.wanted()) + " is next.",
                    "");
            start(ref, next.wanted());
        });
    }

    /** None is begun any more. */
    void drop(CaseRef ref) {
        jdbc.update("delete from referral_to_come where case_ref = ?", ref.value());
    }

    /** Those kept, as sentences. */
    List<String> sentences(CaseRef ref) {
        return kept(ref).stream().map(one -> sentence(one.wanted())).toList();
    }

    /** The days for which the process of a step was begun; empty where they follow from the register. */
    static Optional<DateRange> days(StepContext context) {
        return days(context.text(FROM), context.text(TO));
    }

    private static Optional<DateRange> days(Optional<String> from, Optional<String> to) {
        return from.flatMap(first -> to.map(last -> new DateRange(LocalDate.parse(first), LocalDate.parse(last))));
    }

    private boolean prepares(CaseRef ref, Route route) {
        return referrals.of(ref).stream()
                .anyMatch(referral -> referral.standing() == Standing.BEING_PREPARED && referral.route() == route);
    }

    private void start(CaseRef ref, Wanted wanted) {
        Map<String, Object> variables = new HashMap<>(Map.of(Models.ROUTE, wanted.route()));
        wanted.days().ifPresent(days -> {
            variables.put(FROM, days.from().toString());
            variables.put(TO, days.to().toString());
        });
        processes.start(Models.REFERRAL, ref.value(), variables);
    }

    private List<Kept> kept(CaseRef ref) {
        return jdbc.query(
                "select id, route, days_from, days_to, stage from referral_to_come where case_ref = ? order by id",
                (row, number) -> new Kept(
                        row.getLong("id"),
                        new Wanted(
                                row.getString("route"),
                                days(
                                        Optional.ofNullable(row.getString("days_from")),
                                        Optional.ofNullable(row.getString("days_to")))),
                        row.getString("stage")),
                ref.value());
    }

    private String sentence(Wanted wanted) {
        return "A further referral waits until the one under way has been answered: " + inWords(wanted) + ".";
    }

    private String inWords(Wanted wanted) {
        return Route.ofWord(wanted.route()).title()
                + wanted.days()
                        .map(days -> ", " + dates.day(days.from())
                                + (days.to().equals(days.from()) ? "" : " to " + dates.day(days.to())))
                        .orElse("");
    }

    private void say(CaseRef ref, String sentence) {
        journal.write(Entry.of(ref.value(), "REFERRAL", sentence, ""));
    }
}
