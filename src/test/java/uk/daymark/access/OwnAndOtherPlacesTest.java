package uk.daymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;
import uk.daymark.workflow.engine.FixtureModels;
import uk.daymark.worklist.web.FixtureWork;

/**
 * Each role at each address that leads to one pupil, case or task: what lies in its own school or authority answers, what lies in
 * another is answered word for word as what does not exist.
 */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnAndOtherPlacesTest {

    private static final List<String> LEADING_TO_ONE = List.of(
            "/cases/{ref}",
            "/api/tasks/{id}",
            "/tasks/{id}",
            "/{urn}/{ref}",
            "/api/pupils/{ref}",
            "/schools/{urn}",
            "/referrals/{ref}",
            "/prosecutions/{ref}");

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private Pupils pupils;

    @Autowired
    private Processes processes;

    @Autowired
    private FixtureModels models;

    @Autowired
    private JdbcTemplate jdbc;

    private Place own;
    private Place other;
    private final Place nowhere =
            new Place("999999", "PX9", "A-2025-9999", Map.of("", "00000000-0000-4000-8000-000000000009"));

    /**
     * One pupil with a referred case, and tasks about the pupil.
     *
     * @param tasks by the group that does them
     */
    private record Place(String urn, String pupil, String caseRef, Map<String, String> tasks) {

        String task(Role role) {
            return tasks.getOrDefault(group(role), tasks.getOrDefault("", ""));
        }

        /** Whatever is this place's own, taken out of an answer. */
        String takenOut(String body, Role role) {
            return body.replace(caseRef, "")
                    .replace(task(role), "")
                    .replace(urn, "")
                    .replace(pupil, "")
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
        }
    }

    @BeforeAll
    void aCaseAndTasksInEachPlace() {
        TwoSchools.exist(port);
        FixtureWork work = new FixtureWork(processes, models);
        own = place(work, TwoSchools.OURS, "PG44");
        other = place(work, TwoSchools.OTHER, "PH1");
    }

    private Place place(FixtureWork work, String urn, String pupil) {
        CaseRef ref = cases.open(
                        pupils.find(new Urn(urn), pupil)
                                .orElseThrow()
                                .enrolment()
                                .id(),
                        "A parent asked.",
                        "")
                .ref();
        cases.refer(ref, "The threshold is met.");
        Map<String, String> tasks = new HashMap<>();
        for (String group : List.of("office", "officer")) {
            FixtureWork.Made made = work.make("Placed", "school", urn, "pupilRef", pupil, "group", group);
            tasks.put(
                    group,
                    jdbc.queryForObject("select id from work_item where process_key = ?", String.class, made.key()));
        }
        return new Place(urn, pupil, ref.value(), tasks);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void whatLiesElsewhereIsAnsweredAsWhatDoesNotExist(Role role) {
        int asked = 0;
        for (String address : reachable(role)) {
            HttpResponse<String> hidden = ask(role, address, other);
            HttpResponse<String> absent = ask(role, address, nowhere);
            assertThat(hidden.statusCode()).as(role + " " + address).isEqualTo(absent.statusCode());
            assertThat(hidden.statusCode()).as(role + " " + address).isBetween(400, 499);
            assertThat(other.takenOut(hidden.body(), role))
                    .as(role + " " + address)
                    .isEqualTo(nowhere.takenOut(absent.body(), role));
            asked++;
        }
        assertThat(asked).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void whatLiesInTheOwnPlaceAnswers(Role role) {
        for (String address : reachable(role)) {
            boolean another = address.replace("/tasks/{id}", "").contains("{id}");
            if (address.startsWith("GET")
                    && !another
                    && !address.contains("take-out")
                    && !address.contains("{number}")) {
                assertThat(ask(role, address, own).statusCode())
                        .as(role + " " + address)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void whoSetsUpReachesEverySchool() {
        for (Place place : List.of(own, other)) {
            assertThat(ask(Role.ADMIN, "GET /schools/{urn}/calendar", place).statusCode())
                    .isEqualTo(200);
        }
    }

    /** The addresses that lead to one pupil, case or task and are open to the role. */
    private static List<String> reachable(Role role) {
        Map<String, Action> all = new HashMap<>(EveryCallAsksWhoTest.CALLS);
        all.putAll(EveryCallAsksWhoTest.PAGES);
        List<String> reachable = new ArrayList<>();
        all.forEach((address, action) -> {
            if (action.openTo(role) && LEADING_TO_ONE.stream().anyMatch(address::contains)) {
                reachable.add(address);
            }
        });
        return reachable.stream().sorted().toList();
    }

    private HttpResponse<String> ask(Role role, String address, Place place) {
        String path = path(role, address, place);
        String user = role.name().toLowerCase(Locale.ROOT);
        if (path.startsWith("/api/")) {
            Http program = Http.program(port, user);
            return address.startsWith("GET") ? program.get(path) : program.json(path, body(address));
        }
        Http browser = Http.browser(port, user);
        return address.startsWith("GET") ? browser.get(path) : browser.submit("/", path, "version=1");
    }

    /** Bodies with all that is asked for, so that nothing but the place can be wrong. */
    private static String body(String address) {
        if (address.endsWith("/notes") || address.endsWith("/calls") || address.endsWith("/meetings")) {
            return "{\"text\": \"Seen.\"}";
        }
        if (address.endsWith("/complete")) {
            return "{\"version\": 1, \"fields\": {}}";
        }
        if (address.endsWith("/assign")) {
            return "{\"assignee\": \"lead\"}";
        }
        return "{}";
    }

    private static String path(Role role, String address, Place place) {
        String path = address.substring(address.indexOf(' ') + 1)
                .replace("/tasks/{id}", "/tasks/" + place.task(role))
                .replace("/cases/{ref}", "/cases/" + place.caseRef())
                .replace("/referrals/{ref}", "/referrals/" + place.caseRef())
                .replace("/prosecutions/{ref}", "/prosecutions/" + place.caseRef())
                .replace("{ref}", place.pupil())
                .replace("{urn}", place.urn())
                .replace("{id}", "1")
                .replace("{number}", "1")
                .replace("{kind}", address.contains("/log/") ? "note" : "TERM")
                .replace("{date}", "2025-09-08")
                .replace("{half}", "AM")
                .replace("{from}", "2025-09-03");
        return address.contains("/api/pupils/") ? path + "?school=" + place.urn() : path;
    }

    private static String group(Role role) {
        return role == Role.OFFICER || role == Role.PANEL ? "officer" : "office";
    }
}
