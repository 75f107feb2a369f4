package uk.daymark.practice.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import uk.daymark.practice.sample.Household.Adult;
import uk.daymark.practice.sample.Household.Child;
import uk.daymark.practice.sample.Household.Home;
import uk.daymark.practice.sample.PeopleFile.Origin;

/** Fills the forms of one school with families. */
final class Households {

    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /** Brothers and sisters are at least so many days apart. */
    private static final int DAYS_BETWEEN_SIBLINGS = 300;

    private final SampleFiles files;
    private final SchoolsFile.School school;
    private final Chance chance;
    private final Map<String, Integer> homesTaken = new HashMap<>();
    private int childNumber;
    private int adultNumber;

    private Households(SampleFiles files, SchoolsFile.School school) {
        this.files = files;
        this.school = school;
        this.chance = new Chance(files.schools().seed(), "families of " + school.urn());
    }

    static List<Household> of(SampleFiles files, SchoolsFile.School school) {
        return new Households(files, school).all();
    }

    private List<Household> all() {
        List<Place> free = places();
        List<Household> households = new ArrayList<>();
        while (!free.isEmpty()) {
            households.add(household(households.size(), free));
        }
        return households;
    }

    private record Place(String year, String form) {}

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        SchoolsFile.Forms forms = school.forms();
        for (String year : forms.years()) {
            for (String name : forms.names()) {
                places.addAll(
                        Collections.nCopies(forms.pupils(), new Place(year, SchoolsFile.Forms.title(year, name))));
            }
        }
        Collections.shuffle(places, new Random(files.schools().seed() + Long.parseLong(school.urn())));
        return places;
    }

    private Household household(int number, List<Place> free) {
        Origin origin = origin();
        String surname = chance.of(origin.surnames());
        String language = chance.of(origin.languages());
        boolean carers = chance.in1000(files.people().families().carers());
        List<Child> children = new ArrayList<>();
        for (Place place : placesFor(children(), free)) {
            children.add(child(place, origin, surname, language, carers, children));
        }
        return new Household(number, children, new AdultsOf(origin, surname, language, carers).all());
    }

    private int children() {
        PeopleFile.Siblings siblings = files.people().families().siblings();
        if (chance.in1000(siblings.three())) {
            return 3;
        }
        return chance.in1000(siblings.two()) ? 2 : 1;
    }

    /** Places in different years, taken out of those that are free. */
    private static List<Place> placesFor(int children, List<Place> free) {
        List<Place> taken = new ArrayList<>();
        while (taken.size() < children) {
            Place next = free.stream()
                    .filter(place ->
                            taken.stream().noneMatch(other -> other.year().equals(place.year())))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return taken;
            }
            free.remove(next);
            taken.add(next);
        }
        return taken;
    }

    private Child child(
            Place place, Origin origin, String surname, String language, boolean carers, List<Child> siblings) {
        childNumber++;
        PeopleFile.PupilRates rates = files.people().pupils();
        boolean girl = chance.in1000(490);
        String forename = nameUnlike(girl ? origin.girls() : origin.boys(), siblings);
        LocalDate born = bornApartFrom(siblings, place.year());
        boolean protection = !carers && chance.in1000(rates.childProtection());
        String sen = chance.in1000(rates.ehcPlan()) ? "E" : chance.in1000(rates.senSupport()) ? "K" : "N";
        return new Child(
                String.valueOf(1000 + childNumber),
                upn(born),
                surname,
                forename,
                born,
                girl ? "F" : "M",
                place.year(),
                place.form(),
                language,
                sen,
                carers,
                protection,
                !carers && (protection || chance.in1000(rates.childInNeed())),
                chance.in1000(rates.freeMeals()),
                kind());
    }

    private AttendanceFile.Kind kind() {
        int drawn = chance.below(1000);
        for (AttendanceFile.Kind kind : files.attendance().kinds()) {
            drawn -= kind.share();
            if (drawn < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The shares of the kinds of attendance do not make a thousand");
    }

    private String nameUnlike(List<String> names, List<Child> siblings) {
        String name = chance.of(names);
        while (named(siblings, name)) {
            name = chance.of(names);
        }
        return name;
    }

    private static boolean named(List<Child> siblings, String name) {
        return siblings.stream().anyMatch(child -> child.forename().equals(name));
    }

    private LocalDate bornApartFrom(List<Child> siblings, String year) {
        int years = year.equals("R") ? 0 : Integer.parseInt(year);
        LocalDate first = LocalDate.of(files.schools().registersUntil().getYear() - 6 - years, 9, 1);
        LocalDate born = first.plusDays(chance.below(365));
        while (tooNear(siblings, born)) {
            born = first.plusDays(chance.below(365));
        }
        return born;
    }

    private static boolean tooNear(List<Child> siblings, LocalDate born) {
        return siblings.stream()
                .anyMatch(other -> Math.abs(ChronoUnit.DAYS.between(other.born(), born)) < DAYS_BETWEEN_SIBLINGS);
    }

    /** A number that no child has: there is no authority 999. */
    private String upn(LocalDate born) {
        String digits = "999" + school.urn().substring(2) + (born.getYear() + 4) % 100
                + String.format(Locale.ROOT, "%03d", childNumber);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return UPN_LETTERS.charAt(sum % UPN_LETTERS.length()) + digits;
    }

    private Origin origin() {
        int drawn = chance.below(1000);
        for (Origin origin : files.people().origins()) {
            drawn -= origin.share();
            if (drawn < 0) {
                return origin;
            }
        }
        throw new IllegalStateException("The shares of the origins do not make a thousand");
    }

    private Home home() {
        String street = chance.of(files.people().streets());
        int house = homesTaken.merge(street, chance.between(1, 4), Integer::sum);
        String end = "" + (char) ('A' + chance.below(20)) + (char) ('A' + chance.below(20));
        return new Home(
                house + " " + street,
                school.town(),
                school.postcode() + " " + files.people().streets().indexOf(street) % 10 + end);
    }

    /** The adults of one household, in the order in which they are rung. */
    private final class AdultsOf {

        private final Origin origin;
        private final String surname;
        private final String language;
        private final boolean carers;
        private final List<Adult> adults = new ArrayList<>();
        private final PeopleFile.FamilyRates rates = files.people().families();

        AdultsOf(Origin origin, String surname, String language, boolean carers) {
            this.origin = origin;
            this.surname = surname;
            this.language = language;
            this.carers = carers;
        }

        List<Adult> all() {
            Home home = home();
            if (carers) {
                with(home, true, "Foster carer", false, chance.of(origin.surnames()));
            } else if (chance.in1000(rates.together())) {
                with(home, true, "Mother", true, surname);
                with(home, false, "Father", true, surname);
            } else {
                boolean mother = chance.in1000(850);
                with(home, mother, mother ? "Mother" : "Father", true, mother ? newName() : surname);
                if (chance.in1000(1000 * rates.apart() / (1000 - rates.together()))) {
                    apart(!mother);
                }
            }
            if (chance.in1000(rates.emergencyContact())) {
                emergency();
            }
            return adults;
        }

        /** Mothers who live apart have their own name as often as not. */
        private String newName() {
            return chance.in1000(500) ? surname : chance.of(origin.surnames());
        }

        private void with(Home home, boolean woman, String relationship, boolean responsible, String name) {
            add(woman, name, relationship, responsible, true, false, false, false, true, home);
        }

        private void apart(boolean woman) {
            boolean order = chance.in1000(rates.courtOrder());
            boolean silent = order || chance.in1000(rates.doNotContact());
            boolean letters = !silent && chance.in1000(rates.otherParentGetsLetters());
            boolean withheld = chance.in1000(rates.addressWithheld());
            add(
                    woman,
                    woman ? chance.of(origin.surnames()) : surname,
                    woman ? "Mother" : "Father",
                    true,
                    false,
                    order,
                    silent,
                    withheld,
                    letters,
                    home());
        }

        private void emergency() {
            boolean woman = chance.in1000(700);
            String relationship = chance.in1000(600)
                    ? (woman ? "Grandmother" : "Grandfather")
                    : chance.in1000(600) ? (woman ? "Aunt" : "Uncle") : "Neighbour";
            add(
                    woman,
                    chance.of(origin.surnames()),
                    relationship,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    Home.UNKNOWN);
        }

        private void add(
                boolean woman,
                String name,
                String relationship,
                boolean responsible,
                boolean livesWith,
                boolean order,
                boolean silent,
                boolean withheld,
                boolean letters,
                Home home) {
            adultNumber++;
            String forename = chance.of(woman ? origin.women() : origin.men());
            String number = String.format(Locale.ROOT, "%03d", adultNumber % 1000);
            adults.add(new Adult(
                    "c" + adultNumber,
                    adults.size() + 1,
                    woman ? (chance.in1000(500) ? "Mrs" : "Ms") : "Mr",
                    forename,
                    name,
                    relationship,
                    responsible,
                    livesWith,
                    order,
                    silent,
                    withheld,
                    letters,
                    "07700 900" + number,
                    letters && chance.in1000(800)
                            ? forename.toLowerCase(Locale.ROOT).replace(" ", "") + "." + adultNumber + "@example.org"
                            : "",
                    language,
                    home));
        }
    }
}
