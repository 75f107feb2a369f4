package uk.daymark.register.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.register.DecidedCode;

/**
 * A code decided here, as the pages show it. Codes stand as written in a register, their meanings beside them.
 *
 * @param inRegister the code in the school's register as last imported
 */
record CodeLine(
        long id,
        String school,
        String pupilRef,
        String pupilName,
        LocalDate date,
        String half,
        String halfInWords,
        String inRegister,
        String inRegisterMeans,
        String before,
        String decided,
        String decidedMeans,
        String by,
        LocalDateTime at,
        String reason) {

    static CodeLine of(DecidedCode code) {
        AttendanceCode now = code.inRegister().orElse(code.before());
        return new CodeLine(
                code.id(),
                code.school().value(),
                code.pupilRef(),
                code.pupilName(),
                code.session().date(),
                code.session().half().name(),
                inWords(code.session().half()),
                now.token(),
                now.meaning(),
                code.before().token(),
                code.decided().token(),
                code.decided().meaning(),
                code.by(),
                ImportLine.inLondon(code.at()),
                code.reason());
    }

    static String inWords(Half half) {
        return half == Half.AM ? "morning" : "afternoon";
    }
}
