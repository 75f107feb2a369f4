package uk.daymark.practice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.people.Scope;
import uk.daymark.practice.sample.SampleSchool;
import uk.daymark.practice.sample.SampleSchool.DecidedSession;
import uk.daymark.practice.sample.SampleSchools;
import uk.daymark.register.DecidedCodes;
import uk.daymark.register.OwnFiles;
import uk.daymark.web.Conflict;

/**
 * Plays the sample schools' own systems: makes the files that they would send as days go by, and imports them. Their offices have entered
 * by then what was decided in Daymark.
 */
@Service
@Profile("practice")
public class SampleRegisters {

    private final SampleFolder folder;
    private final PracticeClock clock;
    private final DecidedCodes decidedCodes;
    private final OwnFiles files;
    private Optional<SampleSchools> made = Optional.empty();

    SampleRegisters(SampleFolder folder, PracticeClock clock, DecidedCodes decidedCodes, OwnFiles files) {
        this.folder = folder;
        this.clock = clock;
        this.decidedCodes = decidedCodes;
        this.files = files;
    }

    /** The moment up to which registers have been brought in, London time; empty where the folder has no sample schools. */
    public Optional<LocalDateTime> broughtInTo() {
        return folder.registersTo();
    }

    /** The last day for which the sample schools have registers; empty where there are no sample schools. */
    public Optional<LocalDate> until() {
        return broughtInTo().map(there -> SampleSchools.registersUntil());
    }

    /**
     * Imports every register that has closed since the last time, up to where the clock stands. When this returns, all that it causes is
     * committed.
     *
     * @throws Conflict where the folder has no sample schools
     */
    public synchronized Brought bringIn() {
        LocalDateTime after = broughtInTo()
                .orElseThrow(() ->
                        new Conflict("There are no sample schools here: this data folder was begun without them."));
        LocalDateTime until = clock.wallTime();
        SampleSchools schools = made.orElseGet(SampleSchools::make);
        made = Optional.of(schools);
        String csv = schools.newCsv(after, until, decidedIn(schools));
        OwnFiles.Taken taken = files.apply("marks", csv, SampleLoad.BY, "the school's own register");
        folder.broughtIn(until);
        return new Brought(taken.rows(), taken.rejected(), taken.effects());
    }

    private Map<DecidedSession, AttendanceCode> decidedIn(SampleSchools schools) {
        Set<String> urns = schools.schools().stream().map(SampleSchool::urn).collect(Collectors.toSet());
        return decidedCodes.toBeEntered(Scope.everywhere()).stream()
                .filter(decision -> urns.contains(decision.school().value()))
                .collect(Collectors.toMap(
                        decision ->
                                new DecidedSession(decision.school().value(), decision.pupilRef(), decision.session()),
                        decision -> decision.decided(),
                        (earlier, later) -> later,
                        LinkedHashMap::new));
    }

    /**
     * What was brought in.
     *
     * @param marks how many marks
     * @param rejected how many of them the register did not take
     * @param effects what the others cause, in words
     */
    public record Brought(long marks, long rejected, List<String> effects) {}
}
