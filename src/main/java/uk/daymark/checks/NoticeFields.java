package uk.daymark.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.NoticeKind;
import uk.daymark.enforcement.NoticeQuestion;
import uk.daymark.enforcement.PreviousNotice;
import uk.daymark.figures.Note;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.NoticeLookback.Outcome;
import uk.daymark.policy.Policy;
import uk.daymark.web.JsonFields;

/** Reads the body of a check of a penalty notice. Every fault is noted by pointer before any rule is asked. */
final class NoticeFields {

    /** More notices than any parent gets for one child. */
    private static final int MOST_NOTICES = 1000;

    private final JsonFields body;
    private final PolicyChoice policies;
    private final List<Note> notes;

    NoticeFields(JsonFields body, PolicyChoice policies, List<Note> notes) {
        this.body = body;
        this.policies = policies;
        this.notes = notes;
    }

    /**
     * The question that the body asks.
     *
     * @throws uk.daymark.web.InvalidInput with every fault of the body
     */
    NoticeQuestion question() {
        Optional<Policy> policy = PolicyFields.read(body, policies, notes);
        NoticeKind kind = body.choice("kind", NoticeKind.class).orElse(NoticeKind.ATTENDANCE);
        Optional<LocalDate> proposedOn = CalendarFields.neededDate(body, "proposedOn");
        Optional<LocalDate> postedOn = CalendarFields.date(body, "postedOn");
        body.need("offence");
        Optional<DateRange> offence = body.object("offence").flatMap(fields -> {
            Optional<DateRange> days = CalendarFields.period(fields);
            days.filter(given -> proposedOn.filter(given.to()::isAfter).isPresent())
                    .ifPresent(
                            future -> notes.add(
                                    new Note(
                                            "OFFENCE_ENDS_AFTER_PROPOSED",
                                            fields.pointerTo("to"),
                                            "The offence ends after the day on which the notice is proposed. A notice can only be issued once it has ended.")));
            return days;
        });
        if (postedOn.isPresent() && proposedOn.filter(postedOn.get()::isBefore).isPresent()) {
            notes.add(new Note(
                    "POSTED_BEFORE_PROPOSED",
                    body.pointerTo("postedOn"),
                    "The notice would be posted before it is proposed. The dates are computed from the posting."));
        }
        Optional<LocalDate> dateOfBirth = CalendarFields.date(body, "dateOfBirth");
        List<PreviousNotice> previous = new ArrayList<>();
        for (JsonFields notice : body.objects("previous", MOST_NOTICES)) {
            previous(notice, proposedOn).ifPresent(previous::add);
        }
        body.finish();
        LocalDate proposed = proposedOn.orElseThrow();
        return new NoticeQuestion(
                policy.orElseThrow(),
                kind,
                proposed,
                postedOn.orElse(proposed),
                offence.orElseThrow(),
                dateOfBirth,
                previous);
    }

    private Optional<PreviousNotice> previous(JsonFields notice, Optional<LocalDate> proposedOn) {
        NoticeKind kind = notice.choice("kind", NoticeKind.class).orElse(NoticeKind.ATTENDANCE);
        Optional<LocalDate> issuedOn = CalendarFields.neededDate(notice, "issuedOn");
        Optional<LocalDate> offenceTo = CalendarFields.date(notice, "offenceTo");
        notice.need("outcome");
        Optional<Outcome> outcome = notice.choice("outcome", Outcome.class);
        if (issuedOn.isPresent() && proposedOn.filter(issuedOn.get()::isAfter).isPresent()) {
            notes.add(new Note(
                    "PREVIOUS_ISSUED_AFTER_PROPOSED",
                    notice.pointerTo("issuedOn"),
                    "This notice was issued after the day on which the new one is proposed. It is not counted."));
        }
        if (offenceTo.isPresent() && issuedOn.filter(offenceTo.get()::isAfter).isPresent()) {
            notes.add(new Note(
                    "PREVIOUS_OFFENCE_ENDS_AFTER_ISSUED",
                    notice.pointerTo("offenceTo"),
                    "The offence ends after the day on which its notice was issued. One of the two days is wrong."));
        }
        return issuedOn.flatMap(day -> outcome.map(known -> new PreviousNotice(kind, day, offenceTo, known)));
    }
}
