package uk.daymark.leave.web;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.daymark.leave.LeaveDays;
import uk.daymark.leave.LeaveRequest;
import uk.daymark.leave.SuspectedLeave;
import uk.daymark.measure.Half;
import uk.daymark.time.Dates;

/** A request or suspected leave, as the pages show it. */
record LeaveLine(
        String ref,
        String school,
        String pupilRef,
        String pupil,
        String days,
        String about,
        String state,
        boolean goesOn,
        Map<String, String> facts) {

    static LeaveLine of(LeaveRequest request, Dates dates) {
        return new LeaveLine(
                request.ref(),
                request.school().value(),
                request.pupilRef(),
                request.pupilName(),
                inWords(request.days(), dates),
                request.ground().title(),
                request.state().title(),
                request.state() == LeaveRequest.State.ASKED,
                Map.of());
    }

    static LeaveLine of(SuspectedLeave leave, Dates dates) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Absent", inWords(leave.days(), dates));
        facts.put(
                "Reply",
                leave.reply()
                        .map(reply ->
                                dates.weekday(reply.on()) + ", entered by " + reply.enteredBy() + ": " + reply.text())
                        .orElse("None so far"));
        leave.caseRef().ifPresent(ref -> facts.put("Case", ref));
        facts.put("State", leave.ended().map(why -> "Ended. " + why).orElse("Being looked at"));
        return new LeaveLine(
                leave.ref(),
                leave.school().value(),
                leave.pupilRef(),
                leave.pupilName(),
                inWords(leave.days(), dates),
                "Suspected leave",
                leave.ended().isPresent() ? "Ended" : "Being looked at",
                leave.ended().isEmpty(),
                facts);
    }

    /** Everything of a request, for its own page. */
    static Map<String, String> summary(LeaveRequest request, Dates dates) {
        Map<String, String> summary = new LinkedHashMap<>();
        summary.put("Days", inWords(request.days(), dates));
        summary.put("Sessions by the calendar", String.valueOf(request.sessions()));
        summary.put("For", request.ground().title());
        summary.put("What the parent wrote", request.details());
        summary.put("Evidence seen", request.evidence().isBlank() ? "None" : request.evidence());
        summary.put("Asked on", dates.weekday(request.askedOn()));
        summary.put("Entered by", request.enteredBy());
        summary.put("State", request.state().title());
        request.given()
                .ifPresent(given -> summary.put(
                        "Given",
                        inWords(given, dates)
                                + request.code()
                                        .map(code -> ", code " + code.token())
                                        .orElse("")));
        request.decided().ifPresent(decided -> summary.put("Decided", "By " + decided.by() + ": " + decided.why()));
        return summary;
    }

    private static String inWords(LeaveDays days, Dates dates) {
        String from = dates.day(days.from().date()) + (days.from().half() == Half.PM ? " afternoon" : "");
        String to = dates.day(days.to().date()) + (days.to().half() == Half.AM ? " morning" : "");
        return from.equals(to) ? from : from + " to " + to;
    }
}
