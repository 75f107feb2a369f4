package uk.daymark.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Session;
import uk.daymark.measure.StatisticalClass;
import uk.daymark.people.Contacts;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.School;
import uk.daymark.people.Schools;
import uk.daymark.people.Urn;
import uk.daymark.policy.Policies;
import uk.daymark.policy.Policy;
import uk.daymark.register.StandingCodes;

/** What is known of the pupils of a round: who they are, whose they are, and which of their absences have no reason. */
@Component
class Absentees {

    private static final String NATIONAL = "national";

    private final Schools schools;
    private final Pupils pupils;
    private final Contacts contacts;
    private final Policies policies;
    private final StandingCodes codes;
    private final Clock clock;

    Absentees(Schools schools, Pupils pupils, Contacts contacts, Policies policies, StandingCodes codes, Clock clock) {
        this.schools = schools;
        this.pupils = pupils;
        this.contacts = contacts;
        this.policies = policies;
        this.codes = codes;
        this.clock = clock;
    }

    /** A pupil on a school's roll. */
    record Absentee(Enrolment enrolment, Pupil pupil) {

        EnrolmentId id() {
            return enrolment.id();
        }

        String name() {
            return pupil.details().name();
        }

        /** Looked after, under a child protection plan or a child in need. */
        boolean hasSocialWorker() {
            return pupil.details().lookedAfter()
                    || pupil.details().childProtection()
                    || pupil.details().childInNeed();
        }
    }

    /** When things are due at a school; empty where the school, its calendar or its policy is not known. */
    Optional<Timings> timings(Urn school) {
        return schools.find(school)
                .flatMap(found -> policies.named(found.policy())
                        .map(policy -> new Timings(found, schools.timetable(school), policy)))
                .filter(timings -> !timings.timetable().isEmpty());
    }

    /**
     * When things are due for a round that was opened. Where its school has lost its calendar since, no deadline can be told and nothing
     * falls due by one; where it has lost its policy, the national one stands in.
     */
    Timings timings(Round round) {
        School school = schools.find(round.school()).orElseThrow();
        Policy policy = policies.named(school.policy())
                .or(() -> policies.named(NATIONAL))
                .orElseThrow();
        return new Timings(school, schools.timetable(school.urn()), policy);
    }

    Absentee absentee(EnrolmentId id) {
        return absentees(List.of(id)).get(0);
    }

    /** In the same order. */
    List<Absentee> absentees(Collection<EnrolmentId> ids) {
        Map<EnrolmentId, Pupils.OnRoll> found = pupils.onRolls(ids);
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id)).orElseThrow())
                .map(one -> new Absentee(one.enrolment(), one.pupil()))
                .toList();
    }

    /** "Amira Khan and Yusuf Khan". */
    String names(Collection<EnrolmentId> ids) {
        return Sentences.and(absentees(ids).stream().map(Absentee::name).toList());
    }

    /** The families of some pupils. */
    Families families(Collection<EnrolmentId> ids) {
        return Families.of(absentees(ids).stream()
                .map(one -> one.pupil().id())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), contacts::of)));
    }

    /** The families of a whole school. */
    Families families(School school) {
        return Families.of(contacts.ofSchool(school.urn()), contacts.linksOfSchool(school.urn()));
    }

    List<PupilId> pupils(Collection<EnrolmentId> ids) {
        return absentees(ids).stream().map(one -> one.pupil().id()).toList();
    }

    /** The absences of a round that have no reason. */
    Missing missing(Round round) {
        return missing(timings(round), round.pupils(), standing(round.pupils()));
    }

    /** The codes of this school year to this day. */
    Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing(Collection<EnrolmentId> ids) {
        LocalDate today = LocalDate.now(clock);
        return codes.of(ids, new DateRange(Timings.schoolYearBegan(today), today));
    }

    /**
     * The absences among these codes that have no reason: N, in a session that is planned, of a pupil who is on roll now and was then.
     * A calendar that is gone does not explain them.
     */
    Missing missing(
            Timings timings,
            Collection<EnrolmentId> ids,
            Map<EnrolmentId, NavigableMap<Session, AttendanceCode>> standing) {
        LocalDate today = LocalDate.now(clock);
        Map<EnrolmentId, NavigableSet<Session>> without = new LinkedHashMap<>();
        for (EnrolmentId id : ids) {
            NavigableSet<Session> sessions = new TreeSet<>();
            standing.getOrDefault(id, new TreeMap<>()).forEach((session, code) -> {
                if (code == AttendanceCode.N
                        && (timings.timetable().isEmpty() || timings.timetable().plans(session))) {
                    sessions.add(session);
                }
            });
            if (!sessions.isEmpty()) {
                without.put(id, sessions);
            }
        }
        Map<EnrolmentId, NavigableSet<Session>> missing = new LinkedHashMap<>();
        for (Absentee pupil : absentees(without.keySet())) {
            NavigableSet<Session> onRoll = new TreeSet<>(without.getOrDefault(pupil.id(), new TreeSet<>()));
            onRoll.removeIf(session -> !pupil.enrolment().onRoll(session.date()));
            if (!onRoll.isEmpty() && pupil.enrolment().onRoll(today)) {
                missing.put(pupil.id(), onRoll);
            }
        }
        return new Missing(missing);
    }

    /** Whether the last session that was marked for the pupil this year says that the pupil was in school. */
    static boolean back(NavigableMap<Session, AttendanceCode> codes) {
        return !codes.isEmpty() && codes.lastEntry().getValue().statisticalClass() == StatisticalClass.PRESENT;
    }
}
