package uk.daymark.practice.sample;

import java.time.LocalDate;
import java.util.List;
import uk.daymark.measure.AttendanceCode;

/** {@code attendance.yaml}: the file says what its parts mean. */
record AttendanceFile(
        List<Kind> kinds,
        Explained explained,
        int olderThan,
        double appointments,
        List<Cluster> clusters,
        Holidays holidays,
        double visits) {

    record Kind(
            String name,
            int share,
            double ill,
            int longest,
            int reported,
            int late,
            int very,
            int without,
            int fromWeek) {}

    record Explained(Late ill, Late without) {}

    record Late(int register, String code, int within) {

        AttendanceCode inTheEnd() {
            return token(code);
        }
    }

    record Cluster(String school, String form, LocalDate week, int pupils, int days) {}

    record Holidays(int families, int shortest, int longest) {}

    /** A code by the letter that stands in a register. */
    static AttendanceCode token(String code) {
        return AttendanceCode.ofToken(code).orElseThrow(() -> new IllegalStateException("No code " + code));
    }
}
