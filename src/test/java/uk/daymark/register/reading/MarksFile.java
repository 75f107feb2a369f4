package uk.daymark.register.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Generates a long file of marks as a school's system would: pupil after pupil, day after day, mostly present. */
final class MarksFile {

    private static final String[] ABSENT = {"I", "O", "N", "M", "C", "L", "Y1", "#"};
    private static final int SESSIONS = 50;

    private MarksFile() {}

    /** Writes that many marks, of so many pupils as it takes. */
    static void write(Path file, int marks, int firstPupil) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "school_urn,pupil_ref,date,session,code,minutes_late,comment,reason,recorded_at,recorded_by,amended_from\n");
            LocalDate day = LocalDate.of(2025, 9, 1);
            int pupil = firstPupil;
            for (int i = 0; i < marks; i++) {
                if (i % SESSIONS == 0) {
                    pupil++;
                    day = LocalDate.of(2025, 9, 1);
                } else if (i % 2 == 0) {
                    day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
                }
                boolean morning = i % 2 == 0;
                int chance = (i * 7919) % 100;
                String code = chance < 92 ? (morning ? "/" : "\\") : ABSENT[chance - 92];
                out.write("999001,");
                out.write(String.valueOf(pupil));
                out.write(',');
                out.write(day.toString());
                out.write(morning ? ",AM," : ",PM,");
                out.write(code);
                out.write(",,,,,,\n");
            }
        }
    }
}
