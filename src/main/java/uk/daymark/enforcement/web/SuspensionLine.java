package uk.daymark.enforcement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.publicplace.PublicPlaces;
import uk.daymark.enforcement.publicplace.Sighting;
import uk.daymark.enforcement.publicplace.Suspension;
import uk.daymark.people.EnrolmentId;

/** A suspension as programs get it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SuspensionLine(
        long id,
        Suspension.Kind kind,
        LocalDate firstDay,
        int schoolDays,
        Optional<LocalDate> noticeOn,
        String reason,
        String enteredBy) {

    static SuspensionLine of(Suspension suspension) {
        return new SuspensionLine(
                suspension.id(),
                suspension.kind(),
                suspension.firstDay(),
                suspension.schoolDays(),
                suspension.noticeOn(),
                suspension.why(),
                suspension.by());
    }

    /** A sighting as programs get it. */
    record Seen(String caseRef, LocalDate seenOn, String seenAt, String place, String seenBy, String explanation) {

        static Seen of(Sighting sighting) {
            return new Seen(
                    sighting.caseRef().value(),
                    sighting.on(),
                    sighting.at(),
                    sighting.place(),
                    sighting.seenBy(),
                    sighting.explanation());
        }
    }

    /** All of a pupil at a school. */
    record Whole(String school, String pupilRef, List<SuspensionLine> suspensions, List<Seen> sightings) {

        static Whole of(String school, String pupilRef, EnrolmentId enrolment, PublicPlaces places) {
            return new Whole(
                    school,
                    pupilRef,
                    places.suspensions(enrolment).stream()
                            .map(SuspensionLine::of)
                            .toList(),
                    places.sightings(enrolment).stream().map(Seen::of).toList());
        }
    }
}
