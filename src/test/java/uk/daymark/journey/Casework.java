package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.letters.AuthorityLetterhead;
import uk.daymark.letters.AuthorityLetterheads;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;

/** What people at one school do about their cases, over HTTP. */
final class Casework {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAYS = "mon_am,mon_pm,tue_am,tue_pm,wed_am,wed_pm,thu_am,thu_pm,fri_am,fri_pm";
    private static final String PRESENT = "/ \\ / \\ / \\ / \\ / \\";

    private final OwnApplication daymark;
    private final String school;

    Casework(OwnApplication daymark, String school) {
        this.daymark = daymark;
        this.school = school;
    }

    /** The school, its authority's letterhead, its year with a half-term, and a pupil with one parent for each reference. */
    void exists(String authority, String policy, String... refs) {
        daymark.send(
                "schools", "school_urn,name,authority,policy\n" + school + ",Elm," + authority + "," + policy + "\n");
        daymark.send(
                "calendar",
                "school_urn,kind,from,to,session,reason\n" + school + ",TERM,2025-09-03,2025-12-19,,\n" + school
                        + ",CLOSURE,2025-10-27,2025-10-31,,half-term\n" + school + ",TERM,2026-01-05,2026-04-02,,\n");
        StringBuilder pupils =
                new StringBuilder("school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n");
        StringBuilder contacts = new StringBuilder(
                "school_urn,pupil_ref,contact_ref,priority,relationship,parental_responsibility,lives_with,surname,forename,address1,town,postcode\n");
        for (String ref : refs) {
            pupils.append(school).append(',').append(ref).append(",Khan,Amira,2014-03-02,2025-09-03\n");
            contacts.append(school)
                    .append(',')
                    .append(ref)
                    .append(",P")
                    .append(ref)
                    .append(",1,mother,true,true,Khan,Nadia,1 Elm Road,Elmford,EL1 1AA\n");
        }
        daymark.send("pupils", pupils.toString());
        daymark.send("contacts", contacts.toString());
        AuthorityLetterheads letterheads = daymark.bean(AuthorityLetterheads.class);
        letterheads.set(new AuthorityLetterhead(
                authority, letterheads.of(authority).name(), List.of("1 Hall Street", "Elmford EL1 9ZZ"), "", "", ""));
    }

    /** A week of ten codes, Monday morning first. */
    List<String> week(String ref, String monday, String codes) {
        return week("apply", ref, monday, codes);
    }

    List<String> week(String mode, String ref, String monday, String codes) {
        HttpResponse<String> answer = daymark.as("admin")
                .post(
                        "/api/imports/marks-week?mode=" + mode,
                        "text/csv",
                        "school_urn,pupil_ref,week_beginning," + DAYS + "\n" + school + "," + ref + "," + monday + ","
                                + codes.replace(' ', ',') + "\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> effects = new ArrayList<>();
        OwnApplication.json(answer).path("effects").forEach(effect -> effects.add(effect.asText()));
        return effects;
    }

    /** Present in every session of these weeks of the autumn. */
    void present(String ref, String firstMonday, String lastMonday) {
        for (LocalDate monday = LocalDate.parse(firstMonday);
                !monday.isAfter(LocalDate.parse(lastMonday));
                monday = monday.plusWeeks(1)) {
            if (!monday.equals(LocalDate.parse("2025-10-27"))) {
                week(
                        ref,
                        monday.toString(),
                        monday.equals(LocalDate.parse("2025-09-01")) ? "- - - - / \\ / \\ / \\" : PRESENT);
            }
        }
    }

    Optional<JsonNode> task(String user, String ref, String kind) {
        for (JsonNode item : daymark.get(user, "/api/tasks?view=all&size=200").path("items")) {
            if (item.path("kind").asText().equals(kind)
                    && item.path("pupilRef").asText().equals(ref)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    JsonNode taskThere(String user, String ref, String kind) {
        return task(user, ref, kind)
                .orElseThrow(() -> new AssertionError("No task " + kind + " for " + ref + "; there are "
                        + daymark.get(user, "/api/tasks?view=all&size=200")));
    }

    HttpResponse<String> tries(String user, JsonNode task, Map<String, Object> fields) {
        JsonNode form = daymark.get(user, "/api/tasks/" + task.path("id").asText() + "/form");
        try {
            return daymark.as(user)
                    .json(
                            "/api/tasks/" + task.path("id").asText() + "/complete",
                            JSON.writeValueAsString(
                                    Map.of("version", form.path("version").asLong(), "fields", fields)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void does(String user, String ref, String kind, Map<String, Object> fields) {
        HttpResponse<String> answer = tries(user, taskThere(user, ref, kind), fields);
        assertThat(answer.statusCode()).as(kind + ": " + answer.body()).isBetween(200, 204);
    }

    /** Posts the letter that waits for the pupil. */
    void posted(String ref, String on) {
        does("office", ref, "post-letter", Map.of("letterSending", "posted", "sentOn", on, "postage", "first-class"));
    }

    /** What lies at the school to be noted about the pupil, each as its sentence. */
    List<String> told(String ref) {
        return notesOf(ref).map(item -> item.path("why").asText()).toList();
    }

    /** The school takes note of what it was told in words like these. */
    void notes(String ref, String words) {
        JsonNode note = notesOf(ref)
                .filter(item -> item.path("why").asText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody was told \"" + words + "\" but " + told(ref)));
        HttpResponse<String> answer = tries("lead", note, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private Stream<JsonNode> notesOf(String ref) {
        JsonNode items = daymark.get("lead", "/api/tasks?view=all&size=200").path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("kind").asText().equals("note-result")
                        && item.path("pupilRef").asText().equals(ref));
    }

    /** The one case of the pupil with that reference. */
    CaseFile caseOf(String ref) {
        EnrolmentId enrolment = daymark.bean(Pupils.class)
                .find(new Urn(school), ref)
                .orElseThrow()
                .enrolment()
                .id();
        return daymark.bean(Cases.class)
                .openOf(enrolment)
                .orElseThrow(() -> new AssertionError("No open case of " + ref));
    }
}
