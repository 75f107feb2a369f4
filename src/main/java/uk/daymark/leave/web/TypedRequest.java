package uk.daymark.leave.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.daymark.leave.LeaveDays;
import uk.daymark.leave.LeaveGround;
import uk.daymark.leave.LeaveRequests;
import uk.daymark.measure.Half;
import uk.daymark.measure.RegisterDates;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.Urn;
import uk.daymark.time.TypedDay;

/** A request as it was typed into the form. Fields that were not sent are null. */
record TypedRequest(
        @Nullable String askedBy,
        @Nullable String askedOn,
        @Nullable String from,
        @Nullable String fromHalf,
        @Nullable String to,
        @Nullable String toHalf,
        @Nullable String ground,
        @Nullable String details,
        @Nullable String evidence) {

    static TypedRequest nothing() {
        return new TypedRequest(null, null, null, "AM", null, "PM", null, null, null);
    }

    /** The request; empty where something is wrong, which is then told by field. */
    Optional<LeaveRequests.Asked> read(Urn school, String pupilRef, Map<String, String> errors) {
        Optional<LocalDate> came =
                needed(askedOn, "askedOn", "Enter the day on which it was asked, " + TypedDay.LIKE, errors);
        Optional<LocalDate> first = needed(from, "from", "Enter the first day, " + TypedDay.LIKE, errors);
        Optional<LocalDate> last = needed(to, "to", "Enter the last day, " + TypedDay.LIKE, errors);
        Optional<LeaveGround> what = LeaveGround.ofWord(text(ground));
        if (what.isEmpty()) {
            errors.put("ground", "Choose what it is for");
        }
        if (text(details).isBlank()) {
            errors.put("details", "Enter what the parent asks and why");
        }
        if (!text(askedBy).matches("[0-9]{0,18}")) {
            errors.put("askedBy", "Choose who asked");
        }
        if (!errors.isEmpty() || came.isEmpty() || first.isEmpty() || last.isEmpty() || what.isEmpty()) {
            return Optional.empty();
        }
        Session begins = new Session(first.get(), text(fromHalf).equals("PM") ? Half.PM : Half.AM);
        Session ends = new Session(last.get(), text(toHalf).equals("AM") ? Half.AM : Half.PM);
        if (ends.compareTo(begins) < 0) {
            errors.put("to", "The last day must not be before the first");
            return Optional.empty();
        }
        return Optional.of(new LeaveRequests.Asked(
                school,
                pupilRef,
                text(askedBy).isEmpty() ? Optional.empty() : Optional.of(new ContactId(Long.parseLong(text(askedBy)))),
                came.get(),
                new LeaveDays(begins, ends),
                what.get(),
                text(details),
                text(evidence)));
    }

    private static Optional<LocalDate> needed(
            @Nullable String typed, String field, String otherwise, Map<String, String> errors) {
        Optional<LocalDate> day = day(text(typed));
        if (day.isEmpty()) {
            errors.put(field, otherwise);
        }
        return day;
    }

    /** A day as it is typed; empty where it is no day on which a register can lie. */
    static Optional<LocalDate> day(String typed) {
        return TypedDay.read(typed).filter(RegisterDates::plausible);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
