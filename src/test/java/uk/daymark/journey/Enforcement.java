package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.people.Contacts;
import uk.daymark.time.Turn;
import uk.daymark.workflow.Processes;

/** What an authority does about the pupils of one school, over HTTP; and how a case comes there without the school's part. */
final class Enforcement {

    private final OwnApplication daymark;
    private final Casework school;

    Enforcement(OwnApplication daymark, Casework school) {
        this.daymark = daymark;
        this.school = school;
    }

    /** The pupil's case was referred for these days and accepted, and a notice was decided for the one parent. */
    ParentKey noticeDecided(String pupil, String from, String to) {
        return decided(pupil, from, to, "penalty-notice", Map.of());
    }

    /** The pupil's case was referred for these days and accepted, and to prosecute the one parent was decided. */
    ParentKey prosecutionDecided(String pupil, String from, String to, String tier) {
        return decided(pupil, from, to, "prosecution", Map.of("tier", tier));
    }

    /** The pupil's case was referred for these days and accepted, and a notice to improve was decided for the one parent. */
    ParentKey improvementDecided(String pupil, String from, String to) {
        return decided(pupil, from, to, "notice-to-improve", Map.of());
    }

    /** The pupil's case was referred for these days and accepted, and it is decided now what becomes of it for the one parent. */
    ParentKey toBeDecided(String pupil, String from, String to) {
        return decided(pupil, from, to, "parent-decision", Map.of("route", "irregular"));
    }

    private ParentKey decided(String pupil, String from, String to, String model, Map<String, Object> variables) {
        CaseFile file = school.caseOf(pupil);
        return daymark.bean(Turn.class).alone(() -> {
            daymark.bean(Cases.class).refer(file.ref(), "The threshold is met.");
            daymark.bean(JdbcTemplate.class)
                    .update(
                            "insert into referral (case_ref, round_number, route, period_from, period_to, statement, standing,"
                                    + " begun_at, submitted_why, answer, answered_why, to_put_right, findings, version)"
                                    + " values (?, 1, 'IRREGULAR', ?, ?, 'Support was offered.', 'ACCEPTED', current_timestamp,"
                                    + " '', 'accept', '', '', '', 1)",
                            file.ref().value(),
                            LocalDate.parse(from),
                            LocalDate.parse(to));
            Contacts.OfPupil mother =
                    daymark.bean(Contacts.class).of(file.pupil()).get(0);
            ParentKey key = daymark.bean(LiableParents.class)
                    .name(
                            file.ref(),
                            new LiableParents.Named(
                                    mother.contact().id(),
                                    "Nadia Khan",
                                    "1 Elm Road",
                                    "mother",
                                    "Amira lives with her and she was told"));
            daymark.bean(Processes.class).start(model, key.toString(), variables);
            return key;
        });
    }

    /** An officer issues the notice and posts it on the day; its reference. */
    String issued(String pupil, String from, String to, String today) {
        noticeDecided(pupil, from, to);
        school.does("officer", pupil, "authorise-notice", issue(from, to, today));
        post(pupil, today);
        return ref(pupil);
    }

    static Map<String, Object> issue(String from, String to, String postOn) {
        return Map.of(
                "decision", "issue",
                "offenceFrom", from,
                "offenceTo", to,
                "postOn", postOn,
                "reason", "Support was offered and not taken up.");
    }

    void post(String pupil, String on) {
        school.does(
                "officer",
                pupil,
                "post-authority-letter",
                Map.of("letterSending", "posted", "sentOn", on, "postage", "first-class", "proof", "Certificate 12"));
    }

    /** The reference of the pupil's latest notice. */
    String ref(String pupil) {
        return daymark.get("officer", "/api/notices?pupil=" + pupil)
                .at("/items/0/ref")
                .asText();
    }

    JsonNode notice(String ref) {
        return daymark.get("officer", "/api/notices/" + ref);
    }

    /** Money comes; what is not shared is kept until somebody settles it. */
    JsonNode paid(String on, int amount, String reference, Map<String, Integer> shares) {
        StringBuilder parts = new StringBuilder();
        shares.forEach((ref, share) -> parts.append(parts.length() == 0 ? "" : ",")
                .append("{\"notice\": \"")
                .append(ref)
                .append("\", \"amount\": ")
                .append(share)
                .append('}'));
        HttpResponse<String> answer = daymark.as("officer")
                .json(
                        "/api/payments",
                        "{\"entryId\": \"" + UUID.randomUUID() + "\", \"receivedOn\": \"" + on + "\", \"amount\": "
                                + amount + ", \"method\": \"BANK\", \"reference\": \"" + reference
                                + "\", \"shares\": [" + parts + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return OwnApplication.json(answer);
    }

    HttpResponse<String> asks(String user, String ref, String from, String words) {
        return daymark.as(user)
                .json(
                        "/api/notices/" + ref + "/withdrawal-requests",
                        new ObjectMapper()
                                .valueToTree(Map.of("from", from, "words", words))
                                .toString());
    }
}
