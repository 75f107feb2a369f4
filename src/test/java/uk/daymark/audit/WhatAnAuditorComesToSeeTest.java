package uk.daymark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.access.People;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.access.SignedInUser;
import uk.daymark.cases.CaseLog;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.people.Pupils;
import uk.daymark.people.Urn;
import uk.daymark.register.web.TwoSchools;

/** What an auditor comes to see, and what not: names that were hidden, staff of other authorities, cases one by one. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatAnAuditorComesToSeeTest {

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>([^<]*)");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Pupils pupils;

    @Autowired
    CaseLog log;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private CaseRef ref = new CaseRef("A-2025-0000");

    @BeforeAll
    void aCase() {
        TwoSchools.exist(port);
        ref = cases.open(
                        pupils.find(new Urn(TwoSchools.OURS), "PG43")
                                .orElseThrow()
                                .enrolment()
                                .id(),
                        "A parent asked.",
                        "")
                .ref();
        log.write(ref, CaseLog.Kind.NOTE, LocalDate.parse("2025-09-10"), "", "Lena Lead rang.");
    }

    @Test
    void noLinkBetweenThePagesWithHiddenNamesShowsAName() {
        for (int look = 0; look < 101; look++) {
            jdbc.update(
                    "insert into look_entry (by_user, looked_at, subject, what) values ('lead', current_timestamp, ?, 'The case')",
                    ref.value());
        }
        String history = "/cases/" + ref + "/history";
        List<String> names = Stream.concat(
                        people.all().stream().map(SignedIn::displayName),
                        Stream.of(cases.find(ref).orElseThrow().pupilName()))
                .toList();
        Http auditor = Http.browser(port, "auditor");
        Set<String> seen = new TreeSet<>();
        Deque<String> toSee = new ArrayDeque<>(List.of(history + "?names=hidden"));
        while (!toSee.isEmpty()) {
            String address = toSee.pop();
            if (!seen.add(address)) {
                continue;
            }
            HttpResponse<String> answer = auditor.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            String main = answer.body().substring(answer.body().indexOf("<main"));
            assertThat(main).as(address).doesNotContain(names);
            for (Matcher link = LINK.matcher(main); link.find(); ) {
                String to = link.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
                if (to.startsWith("/cases") && !link.group(2).equals("Show names")) {
                    assertThat(to)
                            .as("a link on " + address)
                            .startsWith(history)
                            .contains("names=hidden");
                    toSee.add(to);
                }
            }
        }
        assertThat(seen)
                .contains(
                        history + "/changes?by=happened&names=hidden",
                        history + "/who-looked?names=hidden&page=2",
                        history + "/export?names=hidden");
    }

    @Test
    void whoMayHaveDecidedIsAskedAmongThoseOfTheOwnAuthorityAlone() throws Exception {
        SignedIn elsewhere = new SignedIn("far-auditor", "Fay Auditor", Role.AUDITOR, Optional.of(TwoSchools.OTHER));
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/history")
                                .with(SecurityMockMvcRequestPostProcessors.user(new SignedInUser(elsewhere, ""))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Anybody", "Fay Auditor")
                .doesNotContain("Lena Lead");
        assertThat(Http.browser(port, "auditor").get("/history").body()).contains("Lena Lead, Attendance lead");
    }

    @Test
    void aSearchAsksTheDatabaseForOnePageOfCasesHoweverManyThereAre() {
        Http auditor = Http.browser(port, "auditor");
        jdbc.execute("set query_statistics_max_entries 5000");
        jdbc.execute("set query_statistics true");
        try {
            assertThat(auditor.get("/history?model=attendance-escalation&rule=next-rung&to=2099-09-01&q=" + ref)
                            .body())
                    .contains("1 case<");
            assertThat(asked("%c.ref = ?%")).as("a question for each case").isZero();
            assertThat(asked("%path_taken%")).as("how many, and which").isEqualTo(2);
        } finally {
            jdbc.execute("set query_statistics false");
        }
    }

    private long asked(String like) {
        Long times = jdbc.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics"
                        + " where lower(sql_statement) like 'select%' and sql_statement not like '%query_statistics%'"
                        + " and lower(sql_statement) like ?",
                Long.class, like);
        return times == null ? 0 : times;
    }
}
