package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import uk.daymark.enforcement.SupportFacts;
import uk.daymark.policy.Matter;

/** The gates that give support time to work. They hold a sanction; support and contracts go on meanwhile. */
final class SupportGates {

    private final Gates gates;
    private final PolicyValues values;
    private final SupportFacts support;
    private final Matter matter;

    SupportGates(Gates gates) {
        this.gates = gates;
        this.values = gates.values();
        this.support = gates.question().support();
        this.matter = gates.question().route().matter();
    }

    void all() {
        offered();
        openLongEnough();
        specialistLongEnough();
        reviewsOfPlan();
        planReviewed();
    }

    private void offered() {
        String code = "EARLY_HELP_NOT_OFFERED";
        String key = "hold.eha_not_offered";
        if (!values.yes(key, matter)) {
            return;
        }
        boolean opened = support.earlyHelpOpenedOn().isPresent();
        if (support.earlyHelpOffered().isEmpty() && !opened) {
            gates.unknown(
                    code, "Whether early help was offered was not said.", key, "Say when and how it was offered.");
        } else if (support.earlyHelpOffered().orElse(opened)) {
            gates.passed(code, "Early help was offered.", key);
        } else {
            gates.failed(
                    code,
                    "Early help was not offered.",
                    key,
                    "Offer it; a letter, a call, a meeting or a visit all count. Then refer again if it is not taken up or does not help.");
        }
    }

    private void openLongEnough() {
        String code = "SUPPORT_OPEN_UNDER_12_WEEKS";
        String key = "hold.eha_open";
        Optional<Integer> weeks = values.number(key, matter);
        if (weeks.isEmpty()) {
            return;
        }
        if (!support.speaksOfEarlyHelp()) {
            gates.unknown(
                    code,
                    "Whether early help or targeted support is open was not said.",
                    key,
                    "Say since when, or that none is.");
            return;
        }
        Optional<LocalDate> opened = Stream.of(support.earlyHelpOpenedOn(), support.targetedSupportOpenedOn())
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
        openFor(code, key, "Early help or targeted support", opened, weeks.get());
    }

    private void specialistLongEnough() {
        String key = "hold.specialist_open";
        Optional<Integer> weeks = values.number(key, matter);
        if (weeks.isPresent() && support.specialistTeachingOpenedOn().isPresent()) {
            openFor(
                    "SPECIALIST_TEACHING_UNDER_12_WEEKS",
                    key,
                    "Specialist teaching",
                    support.specialistTeachingOpenedOn(),
                    weeks.get());
        }
    }

    /** Calendar weeks from the day of opening; the day so many weeks on is free. */
    private void openFor(String code, String key, String what, Optional<LocalDate> opened, int weeks) {
        if (opened.isEmpty()) {
            gates.passed(code, what + " is not open.", key);
            return;
        }
        LocalDate free = opened.get().plusWeeks(weeks);
        String message = what + " has been open since " + Words.day(opened.get()) + "; it is given " + weeks
                + " weeks, until " + Words.day(free) + ".";
        if (gates.on().isBefore(free)) {
            gates.failedUntil(
                    code,
                    message,
                    free,
                    key,
                    "Go on with the support and refer from " + Words.day(free) + " if it has not helped.");
        } else {
            gates.passed(code, message, key);
        }
    }

    private void reviewsOfPlan() {
        String code = "IAEP_UNDER_TWO_REVIEWS";
        String key = "hold.iaep_reviews";
        Optional<Integer> least = values.number(key, matter);
        if (least.isEmpty() || support.iaepReviews().isEmpty()) {
            return;
        }
        int many = support.iaepReviews().get();
        String message = "The IAEP has had " + Words.many(many, "cycle", "cycles") + " of review; " + least.get()
                + " are asked for.";
        if (many >= least.get()) {
            gates.passed(code, message, key);
        } else {
            gates.failed(code, message, key, "Hold the next review, and refer again if it has not helped.");
        }
    }

    /** A review counts as recent up to the same-numbered day so many months on, that day included. */
    private void planReviewed() {
        String code = "EHCP_NOT_RECENTLY_REVIEWED";
        String key = "hold.ehcp_review";
        Optional<Integer> months = values.number(key, matter);
        boolean hasPlan = support.ehcp().orElse(support.ehcpLastReviewedOn().isPresent());
        if (months.isEmpty() || !hasPlan || !values.yes("hold.ehcp_not_reviewed", matter)) {
            return;
        }
        if (support.ehcpLastReviewedOn().isEmpty()) {
            gates.unknown(
                    code,
                    "When the education, health and care plan was last reviewed was not said.",
                    key,
                    "Give the day of its last review.");
            return;
        }
        LocalDate reviewed = support.ehcpLastReviewedOn().get();
        LocalDate recentTo = reviewed.plusMonths(months.get());
        String message = "The education, health and care plan was last reviewed on " + Words.day(reviewed)
                + "; that counts as recent until " + Words.day(recentTo) + ".";
        if (gates.on().isAfter(recentTo)) {
            gates.failed(code, message, key, "A review of the plan.");
        } else {
            gates.passed(code, message, key);
        }
    }
}
