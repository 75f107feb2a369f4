package uk.daymark.practice.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.measure.Timetable;
import uk.daymark.practice.sample.Household.Child;

/** Everybody's marks at one school from the first day of term to the last for which registers are made. */
final class SchoolYear {

    private final SampleFiles files;
    private final SchoolsFile.School school;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<Integer> weekOf = new ArrayList<>();
    private final Map<String, List<Integer>> visits = new HashMap<>();
    private final Map<String, Map<Session, PlannedMark>> byPupil = new HashMap<>();

    SchoolYear(SampleFiles files, SchoolsFile.School school, List<Household> households) {
        this.files = files;
        this.school = school;
        Timetable timetable = files.schools().calendar(school).timetable();
        int week = 0;
        for (LocalDate day = files.schools().terms().get(0).from();
                !day.isAfter(files.schools().registersUntil());
                day = day.plusDays(1)) {
            if (timetable.plans(new Session(day, Half.AM))) {
                boolean sameWeek = !days.isEmpty()
                        && Timetable.mondayOf(day).equals(Timetable.mondayOf(days.get(days.size() - 1)));
                week += sameWeek ? 0 : 1;
                days.add(day);
                weekOf.add(week);
            }
        }
        households.forEach(this::plan);
    }

    /** School days, oldest first. */
    List<LocalDate> days() {
        return days;
    }

    /** A pupil's mark. */
    PlannedMark of(Child child, Session session) {
        return Optional.ofNullable(exceptions(child).get(session))
                .orElseGet(() -> PlannedMark.of(AttendanceCode.presentIn(session.half())));
    }

    /** A pupil's marks that say something else than that the pupil was there in time, in order. */
    Map<Session, PlannedMark> exceptions(Child child) {
        return byPupil.getOrDefault(child.ref(), Map.of());
    }

    private void plan(Household household) {
        List<Integer> holidays = holidays(household);
        household.children().forEach(child -> byPupil.put(child.ref(), new Pupil(child).marks(holidays)));
    }

    /** The days on which a family is away together, as numbers of school days. */
    private List<Integer> holidays(Household household) {
        Chance chance = chance("holidays of " + household.number());
        List<Integer> away = new ArrayList<>();
        AttendanceFile.Holidays rates = files.attendance().holidays();
        for (SchoolsFile.Days term : files.schools().terms()) {
            if (chance.in1000(rates.families())) {
                int length = chance.between(rates.shortest(), rates.longest());
                // Most often up to the holidays.
                int end = chance.in1000(600) ? 0 : chance.below(20);
                List<Integer> inTerm = daysIn(term);
                int last = inTerm.size() - end;
                away.addAll(inTerm.subList(Math.max(0, last - length), Math.max(0, last)));
            }
        }
        return away;
    }

    private List<Integer> daysIn(SchoolsFile.Days term) {
        List<Integer> within = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            if (term.range().contains(days.get(day))) {
                within.add(day);
            }
        }
        return within;
    }

    private Chance chance(String what) {
        return new Chance(files.schools().seed(), school.urn() + " " + what);
    }

    private List<Integer> visitsOf(String form) {
        return visits.computeIfAbsent(form, title -> {
            Chance chance = chance("visits of " + title);
            List<Integer> out = new ArrayList<>();
            for (int visit = chance.times(files.attendance().visits()); visit > 0; visit--) {
                out.add(chance.below(days.size()));
            }
            return out;
        });
    }

    /** One pupil's year: what is written first stays. */
    private final class Pupil {

        private final Child child;
        private final AttendanceFile.Kind kind;
        private final Chance chance;
        private final Map<Session, PlannedMark> marks = new TreeMap<>();

        Pupil(Child child) {
            this.child = child;
            this.kind = child.kind();
            this.chance = chance("pupil " + child.ref());
        }

        Map<Session, PlannedMark> marks(List<Integer> holidays) {
            holidays.forEach(day -> away(day, PlannedMark.of(AttendanceCode.G)));
            withoutReason();
            clusters();
            illness();
            appointments();
            lateness();
            visitsOf(child.form()).forEach(day -> away(day, PlannedMark.of(AttendanceCode.V)));
            return marks;
        }

        private void withoutReason() {
            for (int day = 0; day < days.size(); day++) {
                if (weekOf.get(day) >= kind.fromWeek() && chance.in1000(kind.without())) {
                    PlannedMark mark =
                            reasonOf(day, files.attendance().explained().without());
                    // Some stay away for the afternoon alone.
                    if (chance.in1000(200)) {
                        write(new Session(days.get(day), Half.PM), mark);
                    } else {
                        away(day, mark);
                    }
                }
            }
        }

        private void clusters() {
            for (AttendanceFile.Cluster cluster : files.attendance().clusters()) {
                if (cluster.school().equals(school.urn())
                        && cluster.form().equals(child.form())
                        && chance.in1000(cluster.pupils())) {
                    ill(dayOnOrAfter(cluster.week().plusDays(chance.below(4))), 1 + chance.below(cluster.days()));
                }
            }
        }

        private void illness() {
            for (int spell = chance.times(kind.ill()); spell > 0; spell--) {
                ill(chance.below(days.size()), chance.length(kind.longest()));
            }
        }

        private void ill(int first, int length) {
            PlannedMark reason = reasonOf(first, files.attendance().explained().ill());
            for (int day = first; day < Math.min(first + length, days.size()); day++) {
                boolean knownByThen = !reason.on().isAfter(days.get(day));
                away(day, knownByThen ? PlannedMark.of(reason.inTheEndOrFirst()) : reason);
            }
        }

        private void appointments() {
            for (int visit = chance.times(files.attendance().appointments()); visit > 0; visit--) {
                Half half = chance.in1000(500) ? Half.AM : Half.PM;
                write(new Session(days.get(chance.below(days.size())), half), PlannedMark.of(AttendanceCode.M));
            }
        }

        private void lateness() {
            for (LocalDate day : days) {
                if (chance.in1000(kind.late())) {
                    boolean very = chance.in1000(kind.very());
                    write(
                            new Session(day, Half.AM),
                            very
                                    ? PlannedMark.late(AttendanceCode.U, chance.between(35, 100))
                                    : PlannedMark.late(AttendanceCode.L, chance.between(3, 25)));
                }
            }
        }

        private PlannedMark reasonOf(int day, AttendanceFile.Late rule) {
            if (chance.in1000(kind.reported())) {
                return PlannedMark.of(rule.inTheEnd());
            }
            int later = Math.min(day + 1 + chance.below(rule.within()), days.size() - 1);
            boolean bySchool = chance.in1000(rule.register());
            return PlannedMark.unexplained(rule.inTheEnd(), bySchool ? days.get(later) : LocalDate.MAX);
        }

        private void away(int day, PlannedMark mark) {
            for (Half half : Half.values()) {
                write(new Session(days.get(day), half), mark);
            }
        }

        private void write(Session session, PlannedMark mark) {
            marks.putIfAbsent(session, mark);
        }

        private int dayOnOrAfter(LocalDate date) {
            int day = 0;
            while (day < days.size() - 1 && days.get(day).isBefore(date)) {
                day++;
            }
            return day;
        }
    }
}
