package uk.daymark.leave;

import java.util.Optional;
import uk.daymark.measure.AttendanceCode;

/**
 * For what leave is asked: the grounds of the School Attendance (Pupil Registration) (England) Regulations 2024, regulation 11, and
 * what schools set days aside for.
 */
public enum LeaveGround {
    EXCEPTIONAL("exceptional", "Exceptional circumstances", AttendanceCode.C),
    SECONDARY_VISIT("visit", "Visit to a secondary school", AttendanceCode.C),
    ENTRANCE_EXAM("exam", "Entrance examination of another school", AttendanceCode.C),
    PERFORMANCE("performance", "Performance or work abroad with a licence", AttendanceCode.C1),
    INTERVIEW("interview", "Interview for a job or another school or college", AttendanceCode.J1),
    EXAM_STUDY("exam-study", "Study for a public examination", AttendanceCode.S),
    RELIGIOUS("religious", "Day set apart by the parents' religious body", AttendanceCode.R),
    OTHER("other", "Something else", AttendanceCode.C);

    private final String word;
    private final String title;
    private final AttendanceCode code;

    LeaveGround(String word, String title, AttendanceCode code) {
        this.word = word;
        this.title = title;
        this.code = code;
    }

    /** The word in decision tables, calls and forms. */
    public String word() {
        return word;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** The code that leave on this ground usually has; the headteacher may choose another. */
    public AttendanceCode code() {
        return code;
    }

    /** The ground of that word. */
    public static Optional<LeaveGround> ofWord(String word) {
        for (LeaveGround ground : values()) {
            if (ground.word.equals(word)) {
                return Optional.of(ground);
            }
        }
        return Optional.empty();
    }
}
