package uk.daymark.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import uk.daymark.access.Action;
import uk.daymark.people.Pupil;

/** The groups that absence is counted by, as far as the registers hold them. */
final class Groups {

    static final String ALL = Row.ALL;
    static final String YEAR = "year-";
    private static final String SEN = "sen-";

    private Groups() {}

    /**
     * Some of the pupils.
     *
     * @param key as it stands in an address, from which blanks at its ends are lost
     * @param title in words
     */
    record Group(String key, String title, Predicate<Measured> holds) {

        /** The groups that together hold every pupil once. */
        String block() {
            return key.replaceAll("-.*", "");
        }

        boolean isYear() {
            return key.startsWith(YEAR);
        }
    }

    /** All, each year group, and where the person may know it each need that a register holds. */
    static List<Group> of(Asked asked, List<Measured> pupils) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(ALL, "All pupils", pupil -> true));
        pupils.stream()
                .map(Measured::yearGroup)
                .distinct()
                .sorted(Comparator.comparing(NeedWords::order).thenComparing(Comparator.naturalOrder()))
                .forEach(year -> groups.add(new Group(
                        YEAR + year,
                        NeedWords.year(year),
                        pupil -> pupil.yearGroup().equals(year))));
        if (asked.person().may(Action.SEE_CASES)) {
            needs(groups, pupils);
        }
        return groups;
    }

    private static void needs(List<Group> groups, List<Measured> pupils) {
        List<String> needs = pupils.stream()
                .map(pupil -> details(pupil).sen().strip())
                .distinct()
                .sorted(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (!needs.equals(List.of(""))) {
            needs.forEach(sen -> groups.add(new Group(
                    SEN + sen,
                    NeedWords.sen(sen),
                    pupil -> details(pupil).sen().strip().equals(sen))));
        }
        if (pupils.stream().anyMatch(Groups::freeMeals)) {
            groups.add(new Group("meals-yes", "Free school meals", Groups::freeMeals));
            groups.add(new Group("meals-no", "No free school meals", pupil -> !freeMeals(pupil)));
        }
        if (pupils.stream().anyMatch(Groups::socialWorker)) {
            groups.add(new Group("social-yes", "Has a social worker", Groups::socialWorker));
            groups.add(new Group("social-no", "Has no social worker", pupil -> !socialWorker(pupil)));
        }
    }

    /** What the registers do not say, a sentence each: a group that nobody is in may as well be one that nobody has entered. */
    static List<String> unknown(Asked asked, List<Measured> pupils) {
        List<String> unknown = new ArrayList<>();
        if (pupils.isEmpty() || !asked.person().may(Action.SEE_CASES)) {
            return unknown;
        }
        if (pupils.stream().allMatch(pupil -> details(pupil).sen().isBlank())) {
            unknown.add("special educational needs");
        }
        if (pupils.stream().noneMatch(Groups::freeMeals)) {
            unknown.add("free school meals");
        }
        if (pupils.stream().noneMatch(Groups::socialWorker)) {
            unknown.add("social workers");
        }
        return unknown.isEmpty()
                ? List.of()
                : List.of("Not shown by " + String.join(", ", unknown)
                        + ": the pupils' files that were imported say nothing of it for anybody.");
    }

    private static boolean freeMeals(Measured pupil) {
        return details(pupil).freeMeals();
    }

    private static boolean socialWorker(Measured pupil) {
        Pupil.Details details = details(pupil);
        return details.childInNeed() || details.childProtection() || details.lookedAfter();
    }

    private static Pupil.Details details(Measured pupil) {
        return pupil.who().pupil().details();
    }
}
