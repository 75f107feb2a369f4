package uk.daymark.journey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.measure.Timetable;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;

/** Adds up the stored register as anybody could with its table: a class of code at a time, against the roll. */
final class RegisterSums {

    private final OwnApplication daymark;

    RegisterSums(OwnApplication daymark) {
        this.daymark = daymark;
    }

    /** Sessions of those days for which the marks of all classes together are not as many as the pupils on roll. */
    List<String> daysThatDoNotAddUp(String urn, LocalDate from, LocalDate to) {
        Timetable timetable = daymark.bean(Schools.class).timetable(new Urn(urn));
        List<String> wrong = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            for (Half half : Half.values()) {
                if (timetable.plans(new Session(day, half))) {
                    long onRoll = onRoll(urn, day);
                    long marked = marked(urn, day, half);
                    if (onRoll != marked) {
                        wrong.add(day + " " + half + ": " + marked + " of " + onRoll);
                    }
                }
            }
        }
        return wrong;
    }

    private long onRoll(String urn, LocalDate day) {
        return daymark.bean(JdbcClient.class)
                .sql("select count(*) from enrolment where school_urn = ? and on_roll_from <= ?"
                        + " and (leaving_date is null or leaving_date >= ?)")
                .params(urn, day, day)
                .query(Long.class)
                .single();
    }

    private long marked(String urn, LocalDate day, Half half) {
        LocalDate monday = Timetable.mondayOf(day);
        int place = (int) ChronoUnit.DAYS.between(monday, day) * 2 + half.ordinal();
        return daymark
                .bean(JdbcClient.class)
                .sql("select w.codes from register_week w join enrolment e on e.id = w.enrolment_id"
                        + " where e.school_urn = ? and w.week_beginning = ? and e.on_roll_from <= ?"
                        + " and (e.leaving_date is null or e.leaving_date >= ?)")
                .params(urn, monday, day, day)
                .query(String.class)
                .list()
                .stream()
                .filter(week -> isOfAClass(week.charAt(place)))
                .count();
    }

    private static boolean isOfAClass(char symbol) {
        return AttendanceCode.ofSymbol(symbol)
                .filter(code -> code.statisticalClass() != StatisticalClass.NOT_COLLECTED)
                .isPresent();
    }
}
