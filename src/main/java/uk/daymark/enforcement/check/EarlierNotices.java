package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.PreviousNotice;
import uk.daymark.enforcement.Warning;
import uk.daymark.measure.NoticeLookback;
import uk.daymark.measure.NoticeLookback.Earlier;

/** The earlier notices to one parent for one child, seen from the day on which another is proposed. */
final class EarlierNotices {

    private final PolicyValues values;
    private final LocalDate proposedOn;
    private final NoticeLookback lookback;
    private final List<PreviousNotice> known;
    private final List<Earlier> notices;
    private final List<Earlier> counted;

    EarlierNotices(PolicyValues values, LocalDate proposedOn, List<PreviousNotice> previous) {
        this.values = values;
        this.proposedOn = proposedOn;
        this.lookback = new NoticeLookback(
                values.needed("pn.lookback"),
                values.yes("pn.anniversary_counts"),
                values.date("pn.count_offences_from"),
                values.date("pn.count_issued_from"));
        this.known = previous.stream()
                .filter(notice -> notice.kind() == NoticeKind.ATTENDANCE)
                .toList();
        this.notices = known.stream().map(EarlierNotices::earlier).toList();
        this.counted = notices.stream()
                .filter(notice -> lookback.counts(proposedOn, notice))
                .toList();
    }

    LocalDate lookbackFrom() {
        return lookback.from(proposedOn);
    }

    int counted() {
        return counted.size();
    }

    /** Whether as many count already as may be issued. */
    boolean atTheLimit() {
        return counted.size() >= values.needed("pn.max");
    }

    Optional<CheckedRule> block() {
        if (!atTheLimit()) {
            return Optional.empty();
        }
        LocalDate until = counted.stream()
                .map(notice -> lookback.lapsesOn(notice.issuedOn()))
                .sorted()
                .skip(counted.size() - values.needed("pn.max"))
                .findFirst()
                .orElseThrow();
        String instead = values.policy()
                .list("pn.after_max", values.day())
                .map(ways -> " What can be considered now: " + String.join(", ", ways) + ".")
                .orElse("");
        return Optional.of(new CheckedRule(
                "TWO_NOTICES_IN_LOOKBACK",
                "Since " + Words.day(lookbackFrom()) + " this parent has had "
                        + Words.many(counted.size(), "notice", "notices") + " for this child that count: issued "
                        + counted.stream()
                                .map(Earlier::issuedOn)
                                .sorted()
                                .map(Words::day)
                                .collect(Collectors.joining(", "))
                        + ". No more than " + values.needed("pn.max") + " may be issued.",
                Optional.of(until),
                values.source("pn.max"),
                "From " + Words.day(until)
                        + " fewer of them lie in the time looked back over, and at once if one is withdrawn."
                        + instead));
    }

    /**
     * What to know of earlier notices that do not count, or count only by one reading.
     *
     * <p>{@code SECOND_RATE_AFTER_FIRST_LAPSED}: an earlier notice has dropped out of the time looked back over and a later one is
     * still in it, so that another second notice is possible although it is not the second that this parent gets. It is lawful by
     * the words "in the three years ending with"; other texts count the three years from the first notice, and one more notice is
     * seldom the best tool. Where all earlier notices have lapsed the first rate applies again and nothing needs to be said.
     */
    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        boolean lapsed = notices.stream()
                .anyMatch(notice ->
                        lookback.countsWhileInside(notice) && notice.issuedOn().isBefore(lookbackFrom()));
        if (lapsed && !counted.isEmpty() && !atTheLimit()) {
            warnings.add(new Warning(
                    "SECOND_RATE_AFTER_FIRST_LAPSED",
                    "An earlier notice was issued before " + Words.day(lookbackFrom())
                            + " and no longer counts, so one at the second rate is possible once more. Look at whether "
                            + "another notice is the right tool.",
                    values.source("pn.lookback")));
        }
        anniversary().ifPresent(warnings::add);
        oldOffence().ifPresent(warnings::add);
        endOfOffence().ifPresent(warnings::add);
        return warnings;
    }

    /** A notice issued exactly so many years before: outside by the one reading, inside by the other. */
    private Optional<Warning> anniversary() {
        LocalDate day = proposedOn.minusYears(values.needed("pn.lookback"));
        return notices.stream()
                .filter(notice ->
                        lookback.countsWhileInside(notice) && notice.issuedOn().equals(day))
                .findFirst()
                .map(notice -> new Warning(
                        "ISSUED_ON_THE_ANNIVERSARY",
                        "A notice was issued on " + Words.day(day) + ", exactly as long ago as is looked back. It "
                                + (values.yes("pn.anniversary_counts") ? "is counted" : "is not counted")
                                + "; texts differ on that day. Waiting a day, or legal advice, settles it.",
                        values.source("pn.anniversary_counts")));
    }

    /** A notice issued under the framework of 2024 for an offence before it. */
    private Optional<Warning> oldOffence() {
        Optional<LocalDate> offencesFrom = values.date("pn.count_offences_from");
        return offencesFrom.flatMap(first -> notices.stream()
                .filter(notice -> notice.outcome().counts()
                        && notice.offenceTo().isBefore(first)
                        && !notice.issuedOn().isBefore(first)
                        && !notice.issuedOn().isBefore(lookbackFrom())
                        && !notice.issuedOn().isAfter(proposedOn))
                .findFirst()
                .map(notice -> new Warning(
                        "OLD_OFFENCE_NOT_COUNTED",
                        "The notice issued on " + Words.day(notice.issuedOn())
                                + " is not counted: its offence ended before " + Words.day(first)
                                + ". An authority that goes by the day of issue would count it.",
                        values.source("pn.count_offences_from"))));
    }

    private Optional<Warning> endOfOffence() {
        return known.stream()
                .filter(notice -> notice.offenceTo().isEmpty() && counted.contains(earlier(notice)))
                .findFirst()
                .map(notice -> new Warning(
                        "END_OF_OFFENCE_NOT_KNOWN",
                        "The end of the offence behind the notice issued on " + Words.day(notice.issuedOn())
                                + " was not given; the notice is counted.",
                        values.source("pn.count_offences_from")));
    }

    private static Earlier earlier(PreviousNotice notice) {
        return new Earlier(notice.issuedOn(), notice.offenceTo().orElse(notice.issuedOn()), notice.outcome());
    }
}
