package uk.daymark.measure;

import static uk.daymark.measure.StatisticalClass.APPROVED;
import static uk.daymark.measure.StatisticalClass.AUTHORISED;
import static uk.daymark.measure.StatisticalClass.NOT_COLLECTED;
import static uk.daymark.measure.StatisticalClass.NOT_POSSIBLE;
import static uk.daymark.measure.StatisticalClass.PRESENT;
import static uk.daymark.measure.StatisticalClass.UNAUTHORISED;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The attendance and absence codes of a school register in England.
 *
 * <p>Source: School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulations 10 and 11, with the
 * statistical classes of the Department for Education's guidance in force from 19 August 2024. Codes that ended the day before are
 * kept so that older registers can be read.
 */
public enum AttendanceCode {
    PRESENT_AM("/", '/', PRESENT, "Present in the morning"),
    PRESENT_PM("\\", '\\', PRESENT, "Present in the afternoon"),
    L("L", 'L', PRESENT, "Late, before the register closed"),

    B("B", 'B', APPROVED, "Another approved educational activity"),
    K("K", 'K', APPROVED, "Provision arranged by the local authority"),
    P("P", 'P', APPROVED, "Approved sporting activity"),
    V("V", 'V', APPROVED, "Educational visit"),
    W("W", 'W', APPROVED, "Work experience"),

    C("C", 'C', AUTHORISED, "Leave in exceptional circumstances"),
    C1("C1", 'c', AUTHORISED, "Leave for a regulated performance or employment abroad"),
    C2("C2", 'd', AUTHORISED, "Leave under a part-time timetable"),
    E("E", 'E', AUTHORISED, "Suspended or excluded, no provision yet"),
    I("I", 'I', AUTHORISED, "Illness"),
    J1("J1", 'j', AUTHORISED, "Interview for a job or another school or college"),
    M("M", 'M', AUTHORISED, "Medical or dental appointment"),
    R("R", 'R', AUTHORISED, "Religious observance"),
    S("S", 'S', AUTHORISED, "Study leave for a public examination"),
    T("T", 'T', AUTHORISED, "Parent travelling for work"),

    G("G", 'G', UNAUTHORISED, "Holiday without leave"),
    N("N", 'N', UNAUTHORISED, "Reason not yet established"),
    O("O", 'O', UNAUTHORISED, "Absent for another or an unknown reason"),
    U("U", 'U', UNAUTHORISED, "Arrived after the register closed"),

    D("D", 'D', NOT_POSSIBLE, "Expected at another school where also registered"),
    Q("Q", 'Q', NOT_POSSIBLE, "No access or travel arrangements"),
    X("X", 'X', NOT_POSSIBLE, "Not of compulsory school age and not expected"),
    Y1("Y1", '1', NOT_POSSIBLE, "Usual transport not available"),
    Y2("Y2", '2', NOT_POSSIBLE, "Widespread travel disruption"),
    Y3("Y3", '3', NOT_POSSIBLE, "Part of the premises closed"),
    Y4("Y4", '4', NOT_POSSIBLE, "Whole site closed unexpectedly"),
    Y5("Y5", '5', NOT_POSSIBLE, "In criminal-justice detention"),
    Y6("Y6", '6', NOT_POSSIBLE, "Kept away by public-health guidance or law"),
    Y7("Y7", '7', NOT_POSSIBLE, "Another unavoidable cause"),

    CLOSED("#", '#', NOT_COLLECTED, "Planned closure of the whole school"),
    Z("Z", 'Z', NOT_COLLECTED, "Not yet on the admission register"),

    /** Retired: family holiday with leave. */
    H("H", 'H', AUTHORISED, "Holiday with leave (until August 2024)", true),
    /** Retired: interview; counted as attending, unlike {@link #J1}. */
    J("J", 'J', APPROVED, "Interview (until August 2024)", true),
    /** Retired: unable to attend in exceptional circumstances; split into Y1 to Y7 and Q. */
    Y("Y", 'Y', NOT_POSSIBLE, "Unable to attend (until August 2024)", true);

    /** The codes changed on 19 August 2024 with SI 2024/208. */
    private static final LocalDate LAST_DAY_OF_RETIRED_CODES = LocalDate.of(2024, 8, 18);

    private static final Map<String, AttendanceCode> BY_TOKEN =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(AttendanceCode::token, code -> code));

    private static final AttendanceCode[] BY_SYMBOL = bySymbol();

    private final String token;
    private final char symbol;
    private final StatisticalClass statisticalClass;
    private final String meaning;
    private final boolean retired;

    AttendanceCode(String token, char symbol, StatisticalClass statisticalClass, String meaning) {
        this(token, symbol, statisticalClass, meaning, false);
    }

    AttendanceCode(String token, char symbol, StatisticalClass statisticalClass, String meaning, boolean retired) {
        this.token = token;
        this.symbol = symbol;
        this.statisticalClass = statisticalClass;
        this.meaning = meaning;
        this.retired = retired;
    }

    /** The code written so in a register, or empty where there is no such code. Exact: neither case nor blanks are forgiven. */
    public static Optional<AttendanceCode> ofToken(String token) {
        return Optional.ofNullable(BY_TOKEN.get(token));
    }

    /** The code stored under this one-character symbol, or empty where there is none. */
    public static Optional<AttendanceCode> ofSymbol(char symbol) {
        return symbol < BY_SYMBOL.length ? Optional.ofNullable(BY_SYMBOL[symbol]) : Optional.empty();
    }

    /** As it is written in a register: one or two characters. */
    public String token() {
        return token;
    }

    /** One character that stands for the code where a week of marks is stored in ten. */
    public char symbol() {
        return symbol;
    }

    public StatisticalClass statisticalClass() {
        return statisticalClass;
    }

    /** What the code means, in a few plain words. */
    public String meaning() {
        return meaning;
    }

    /**
     * Whether it stands for leave of absence, which the headteacher alone gives. Source: School Attendance (Pupil Registration)
     * (England) Regulations 2024, regulation 11.
     */
    public boolean leave() {
        return switch (this) {
            case C, C1, C2, J1, S, H -> true;
            default -> false;
        };
    }

    /** The last day on which the code could be used; empty where it is in use. */
    public Optional<LocalDate> lastDay() {
        return retired ? Optional.of(LAST_DAY_OF_RETIRED_CODES) : Optional.empty();
    }

    /** Whether the code could be used on that day. New codes are read on earlier days too: registers were recoded. */
    public boolean usableOn(LocalDate day) {
        return !retired || !day.isAfter(LAST_DAY_OF_RETIRED_CODES);
    }

    /** Whether the code may stand in this half of a day: {@code /} in the morning only, {@code \\} in the afternoon only. */
    public boolean usableIn(Half half) {
        return (this != PRESENT_AM || half == Half.AM) && (this != PRESENT_PM || half == Half.PM);
    }

    /** The code for "present" in this half of a day. */
    public static AttendanceCode presentIn(Half half) {
        return half == Half.AM ? PRESENT_AM : PRESENT_PM;
    }

    private static AttendanceCode[] bySymbol() {
        AttendanceCode[] codes = new AttendanceCode[128];
        for (AttendanceCode code : values()) {
            codes[code.symbol] = code;
        }
        return codes;
    }
}
