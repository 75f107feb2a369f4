package uk.daymark.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;

/** Sessions as a column of the database keeps them, and their hash. */
final class Proof {

    private static final int PARTS = 3;

    private Proof() {}

    /** "2025-11-10 AM O 2025-11-10 PM O". */
    static String text(List<MarkedSession> sessions) {
        return sessions.stream()
                .map(marked -> marked.session() + " " + marked.code().token())
                .collect(Collectors.joining(" "));
    }

    static List<MarkedSession> sessions(String text) {
        List<MarkedSession> sessions = new ArrayList<>();
        String[] parts = text.isEmpty() ? new String[0] : text.split(" ");
        for (int at = 0; at < parts.length; at += PARTS) {
            sessions.add(new MarkedSession(
                    new Session(LocalDate.parse(parts[at]), Half.valueOf(parts[at + 1])),
                    AttendanceCode.ofToken(parts[at + 2]).orElseThrow()));
        }
        return sessions;
    }

    static String days(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    static List<LocalDate> days(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(LocalDate::parse).toList();
    }

    /** A hash of the marks: SHA-256 in hexadecimal. */
    static String fingerprint(List<MarkedSession> sessions) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(sessions).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
