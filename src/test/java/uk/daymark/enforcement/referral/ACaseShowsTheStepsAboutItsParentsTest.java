package uk.daymark.enforcement.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.SignedInHere;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.enforcement.web.PageFamilies;
import uk.daymark.people.Contacts;
import uk.daymark.people.Pupils;
import uk.daymark.workflow.Decisions;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.web.FixtureWork;

/** What happened about one parent belongs to the case, for whoever reads how the case went. */
@WebTest
class ACaseShowsTheStepsAboutItsParentsTest {

    private static final String TABLE = "leave-route";

    @RegisterExtension
    final SignedInHere lead = SignedInHere.as(Role.LEAD);

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pupils pupils;

    @Autowired
    Contacts contacts;

    @Autowired
    LiableParents parents;

    @Autowired
    Processes processes;

    @Autowired
    Decisions decisions;

    @Autowired
    FixtureModels models;

    @Test
    void theWayAndTheRulesOfEachParentStandWithThoseOfTheCase() throws Exception {
        PageFamilies.exist(port);
        CaseRef ref = PageFamilies.referred(cases, pupils, "PW1");
        String mother =
                PageFamilies.named(parents, contacts, pupils, ref, "PW1", "PM1").toString();
        String father =
                PageFamilies.named(parents, contacts, pupils, ref, "PW1", "PF1").toString();
        Map<String, Object> facts = Map.of("runReached", false, "veryLong", false);
        decisions.decide(TABLE, mother, facts);
        decisions.decide(TABLE, ref.value(), facts);
        decisions.decide(TABLE, father, facts);
        decisions.decide(TABLE, ref.value() + "/3", facts);
        new FixtureWork(processes, models);
        processes.start(
                "fixture-work",
                father,
                Map.of("title", "Decide about the father", "group", "officer", "school", PageFamilies.OURS));

        Http auditor = Http.program(port, "auditor");
        assertThat(abouts(auditor.get("/api/cases/" + ref + "/decisions")))
                .as("oldest first, and nothing of a parent who was not named")
                .endsWith(mother, ref.value(), father)
                .doesNotContain(ref.value() + "/3");
        assertThat(abouts(auditor.get("/api/cases/" + ref + "/path")))
                .contains(father)
                .doesNotContain(mother);
        assertThat(Http.browser(port, "auditor")
                        .get("/cases/" + ref + "/history")
                        .body())
                .contains(">Omar1 Pagewell<", ">The case<", "Look at the referral");
        assertThat(Http.browser(port, "auditor")
                        .get("/cases/" + ref + "/history/rules")
                        .body())
                .contains("About: Nadia1 Pagewell.", "About: Omar1 Pagewell.", "About: The case.");
    }

    @Test
    void anAddressThatIsASecretIsCalledOneWhereTheAuthorityReadsIt() throws Exception {
        PageFamilies.exist(port);
        CaseRef ref = PageFamilies.referred(cases, pupils, "PW9");
        PageFamilies.named(parents, contacts, pupils, ref, "PW9", "PM9");
        Http officer = Http.browser(port, "officer");
        String warning = "Address withheld: not to be shown to anybody of the family";
        assertThat(officer.get("/referrals/" + ref).body())
                .contains("1 Mothers Lane")
                .doesNotContain(warning);
        PageFamilies.withheld(port, "PW9", "PM9");
        assertThat(officer.get("/referrals/" + ref).body()).contains("1 Mothers Lane", warning);
    }

    private static List<String> abouts(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).at("/items").findValuesAsText("about");
    }
}
