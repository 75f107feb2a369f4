package uk.daymark.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.daymark.people.Enrolment;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupil;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;

/** What a file of pupils comes to, until it is written. Who is new has a number below nought until then. */
final class PupilChanges {

    private final Pupils pupils;
    private final Gate gate;
    private final Map<PupilId, Pupil> newPupils = new HashMap<>();
    private final Map<PupilId, Pupil> changedPupils = new HashMap<>();
    private final List<Enrolment> newEnrolments = new ArrayList<>();
    private final List<Enrolment> changedEnrolments = new ArrayList<>();
    /** Counts down from -1: stands for a number until one is given on writing. */
    private long placeholder;

    PupilChanges(Pupils pupils, Gate gate) {
        this.pupils = pupils;
        this.gate = gate;
    }

    /** A number that stands for a pupil's until that is given. */
    PupilId newPupil() {
        return new PupilId(--placeholder);
    }

    /** A number that stands for an enrolment's until that is given. */
    EnrolmentId newEnrolment() {
        return new EnrolmentId(--placeholder);
    }

    /** The pupil is new or is changed. */
    void put(Pupil pupil) {
        (pupil.id().number() < 0 ? newPupils : changedPupils).put(pupil.id(), pupil);
    }

    /** The time on a roll is new or is changed. */
    void put(Enrolment enrolment) {
        (enrolment.id().number() < 0 ? newEnrolments : changedEnrolments).add(enrolment);
    }

    void write() {
        long first = gate.numbers((int) -placeholder);
        pupils.add(newPupils.values().stream()
                .map(pupil -> new Pupil(real(pupil.id(), first), pupil.details()))
                .toList());
        pupils.change(changedPupils.values());
        pupils.enrol(newEnrolments.stream()
                .map(enrolment -> new Enrolment(
                        new EnrolmentId(number(enrolment.id().number(), first)),
                        real(enrolment.pupil(), first),
                        enrolment.school(),
                        enrolment.pupilRef(),
                        enrolment.details(),
                        enrolment.earlier()))
                .toList());
        pupils.changeEnrolments(changedEnrolments);
    }

    private static PupilId real(PupilId id, long first) {
        return new PupilId(number(id.number(), first));
    }

    private static long number(long placeholderOrNumber, long first) {
        return placeholderOrNumber < 0 ? first - placeholderOrNumber - 1 : placeholderOrNumber;
    }
}
