package uk.daymark.worklist;

import java.time.Instant;
import java.util.Optional;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Urn;

/**
 * What a task is about.
 *
 * @param school whose task it is
 * @param enrolment the pupil on that school's roll, or the first of several
 * @param pupilRef the school's reference for that pupil
 * @param pupilName the pupil's name, or the names of several: "Amira Khan and Yusuf Khan"
 * @param caseRef the case it belongs to; empty where there is none
 * @param title what to do and for whom: "Ring Nadia Khan about Amira Khan"
 * @param why one clause that says why now: "no reason given, 2nd day"
 * @param whatWouldChangeThis which fact would withdraw or change the task, as a sentence; empty text where none would
 * @param dueAt by when
 * @param urgent 0 for ordinary work; higher numbers stand before others that are due at the same time, 9 before all
 * @param assignee the user name of the one person who has to do it; empty where any of the group may take it
 */
public record Description(
        Urn school,
        EnrolmentId enrolment,
        String pupilRef,
        String pupilName,
        Optional<String> caseRef,
        String title,
        String why,
        String whatWouldChangeThis,
        Instant dueAt,
        int urgent,
        Optional<String> assignee) {}
