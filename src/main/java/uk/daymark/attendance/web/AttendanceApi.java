package uk.daymark.attendance.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.attendance.PupilAttendance;
import uk.daymark.figures.RegisterFigures;
import uk.daymark.people.Acquaintance;
import uk.daymark.people.Scopes;
import uk.daymark.people.Urn;

@RestController
@Tag(name = "Pupils", description = "Attendance from the stored register.")
class AttendanceApi {

    private final Access access;
    private final Scopes scopes;
    private final Acquaintance acquaintance;
    private final PupilAttendance attendance;

    AttendanceApi(Access access, Scopes scopes, Acquaintance acquaintance, PupilAttendance attendance) {
        this.access = access;
        this.scopes = scopes;
        this.acquaintance = acquaintance;
        this.attendance = attendance;
    }

    /** The figures with the pupil they are of. */
    record Answer(
            String pupilRef,
            String schoolUrn,
            @JsonUnwrapped RegisterFigures figures) {}

    @GetMapping("/api/pupils/{ref}/attendance")
    @Operation(
            summary = "The same figures as the register check, from the stored register",
            description = "Weeks that are not stored are not taken. 409 where the reference is not unique in scope.")
    Answer attendance(
            @PathVariable String ref,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf,
            @RequestParam Optional<String> school) {
        var person = access.require(Action.SEE_ATTENDANCE);
        PupilAttendance.Found found = attendance.of(
                ref, Addresses.urn(school), scopes.of(person), acquaintance.of(person), Addresses.plausible(asOf));
        Urn urn = found.match().school().urn();
        return new Answer(ref, urn.value(), found.measured().figures());
    }
}
