package uk.daymark.enforcement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import uk.daymark.AtOnce;
import uk.daymark.Http;
import uk.daymark.SignedInHere;
import uk.daymark.WebTest;
import uk.daymark.access.Role;
import uk.daymark.time.Dates;

/** What becomes of notices, over HTTP and on the pages, as the authority's officer. Each test has children of its own. */
@WebTest
class LedgerOverHttpTest {

    private static final String OURS = LedgerFamilies.OURS;

    @RegisterExtension
    final SignedInHere officer = SignedInHere.as(Role.OFFICER);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    private LedgerForTests ledger;
    private LocalDate today;

    @BeforeEach
    void family() {
        LedgerFamilies.exist(port);
        ledger = new LedgerForTests(context);
        today = LocalDate.now(clock);
    }

    @Test
    void aFamilyPaysTwoNoticesAtOnceUnderOneReference() throws Exception {
        NoticeRef one = open("LR4", "LRM");
        NoticeRef other = open("LR5", "LRM");
        JsonNode paid = created(
                "/api/payments",
                payment(
                        160,
                        "LEDGERWOOD",
                        "{\"notice\": \"" + one + "\", \"amount\": 80},{\"notice\": \"" + other
                                + "\", \"amount\": 80}"));
        assertThat(paid.at("/unmatched").asInt()).isZero();
        for (NoticeRef ref : List.of(one, other)) {
            assertThat(notice(ref).at("/state").asText()).isEqualTo("PAID");
            assertThat(notice(ref).at("/outcome").asText()).isEqualTo("PAID");
            assertThat(notice(ref).at("/money/clearedFor").asInt()).isEqualTo(80);
        }
    }

    @Test
    void lessThanTheAmountIsPartPaymentAndSendingItTwiceEntersItOnce() throws Exception {
        NoticeRef ref = open("LR6", "LRM");
        String body = payment(50, "x", "{\"notice\": \"" + ref + "\", \"amount\": 50}");
        JsonNode first = created("/api/payments", body);
        assertThat(created("/api/payments", body).at("/id")).isEqualTo(first.at("/id"));
        assertThat(notice(ref).at("/state").asText()).isEqualTo("PART_PAID");
        assertThat(notice(ref).at("/money/due").asInt()).isEqualTo(30);
        assertThat(officer()
                        .json("/api/payments", body.replace("\"amount\": 50", "\"amount\": 51"))
                        .statusCode())
                .isEqualTo(409);
        JsonNode struck = done("/api/payments/" + first.at("/id") + "/strike-out", "{\"why\": \"Another family's\"}");
        assertThat(struck.at("/struckOutBecause").asText()).isEqualTo("Another family's");
        assertThat(notice(ref).at("/state").asText()).isEqualTo("ISSUED");
        HttpResponse<String> again = officer().json("/api/payments", body);
        assertThat(again.statusCode())
                .as("what was struck out is not taken for entered")
                .isEqualTo(409);
        assertThat(again.body()).contains("struck out: Another family's");
    }

    @Test
    void moneyIsNotPaidBackFromANoticeAndMovedAwayFromItAtOnce() throws Exception {
        NoticeRef ref = open("LR6", "LRF");
        JsonNode came = created("/api/payments", payment(80, "x", "{\"notice\": \"" + ref + "\", \"amount\": 80}"));
        JsonNode withdrawn = done(
                "/api/notices/" + ref + "/withdrawal",
                withdrawal(notice(ref).at("/version").asLong(), "material errors"));
        String refund = "{\"version\": " + withdrawn.at("/version") + ", \"amount\": 80, \"paidOn\": \"" + today
                + "\", \"why\": \"Withdrawn\"}";
        AtomicInteger turn = new AtomicInteger();
        List<Integer> statuses = AtOnce.statuses(() -> turn.getAndIncrement() % 2 == 0
                ? officer().json("/api/notices/" + ref + "/refund", refund).statusCode()
                : officer()
                        .json(
                                "/api/payments/" + came.at("/id") + "/settle",
                                "{\"shares\": [], \"why\": \"It was for another family\"}")
                        .statusCode());
        assertThat(statuses).allMatch(status -> status == 200 || status == 400 || status == 409);
        JsonNode money = notice(ref).at("/money");
        assertThat(money.at("/paidBack").asInt())
                .isLessThanOrEqualTo(money.at("/received").asInt());
    }

    @Test
    void ofSettlingStrikingOutAndPayingBackOnePaymentAtOnceNoTwoGoTogether() throws Exception {
        NoticeRef ref = open("LR7", "LRM");
        JsonNode came = created("/api/payments", payment(80, "for nobody known", ""));
        String there = "/api/payments/" + came.at("/id");
        List<String> settled = List.of(
                "/settle|{\"shares\": [{\"notice\": \"" + ref
                        + "\", \"amount\": 80}], \"why\": \"It is for this one\"}",
                "/strike-out|{\"why\": \"Typed twice\"}",
                "/refund|{\"amount\": 80, \"paidOn\": \"" + today + "\", \"why\": \"The payer asked\"}");
        AtomicInteger turn = new AtomicInteger();
        List<Integer> statuses = AtOnce.statuses(() -> {
            String[] one = settled.get(turn.getAndIncrement() % 3).split("\\|", 2);
            return officer().json(there + one[0], one[1]).statusCode();
        });
        assertThat(statuses).allMatch(status -> status == 200 || status == 400 || status == 409);
        JsonNode stands = read(officer().get(there), 200);
        boolean struck = !stands.at("/struckOutBecause").isNull();
        boolean shared = !stands.at("/shares").isEmpty();
        boolean paidBack = stands.at("/paidBack").asInt() > 0;
        assertThat(Stream.of(struck, shared, paidBack).filter(happened -> happened))
                .as(stands.toString())
                .hasSize(1);
    }

    @Test
    void moneyThatMatchesNothingStopsOurNextStepUntilAPersonSettlesIt() throws Exception {
        NoticeRef ref = open("LR7", "LRF");
        JsonNode came = created("/api/payments", payment(80, "for Omar LEDGERWOOD", ""));
        assertThat(came.at("/unmatched").asInt()).isEqualTo(80);
        assertThat(came.at("/mightBelongTo").toString()).contains(ref.value());
        String page = "/notices/" + ref;
        assertThat(browser().get(page).body()).contains("Our next step waits for a payment to be settled");
        JsonNode settled = done(
                "/api/payments/" + came.at("/id") + "/settle",
                "{\"shares\": [{\"notice\": \"" + ref + "\", \"amount\": 80}], \"why\": \"Father rang\"}");
        assertThat(settled.at("/mightBelongTo")).isEmpty();
        assertThat(browser().get(page).body())
                .doesNotContain("Our next step waits")
                .contains("£80 was received on " + new Dates().day(today) + ".", "Father rang");
        assertThat(notice(ref).at("/state").asText()).isEqualTo("PAID");
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlace() {
        NoticeRef ref = open("LR8", "LRM");
        assertThat(officer().json("/api/payments", "{}").body())
                .contains("/entryId", "/receivedOn", "/amount", "/method");
        assertThat(officer()
                        .json("/api/payments", payment(80, "x", "{\"notice\": \"" + ref + "\", \"amount\": 81}"))
                        .body())
                .contains("/shares", "more than £80");
        assertThat(officer()
                        .json("/api/payments", payment(80, "x", "{\"notice\": \"N-1999-0001\", \"amount\": 80}"))
                        .body())
                .contains("/shares/0/notice", "has no notice N-1999-0001");
        assertThat(officer()
                        .json("/api/payments", payment(80, "x", "").replace("\"amount\": 80", "\"amount\": -80"))
                        .body())
                .contains("/amount", "Give an amount in pounds");
        HttpResponse<String> endless =
                officer().json("/api/payments", payment(80, "x", "").replace("\"amount\": 80", "\"amount\": 1e999"));
        assertThat(endless.statusCode()).isEqualTo(400);
        assertThat(endless.body()).contains("/amount");
    }

    @Test
    void aWithdrawnNoticeIsPaidBackItsGroundIsThePolicysAndAnOldFormIsRefused() throws Exception {
        NoticeRef ref = open("LR9", "LRM");
        created("/api/payments", payment(80, "x", "{\"notice\": \"" + ref + "\", \"amount\": 80}"));
        long version = notice(ref).at("/version").asLong();
        String address = "/api/notices/" + ref + "/withdrawal";
        assertThat(officer()
                        .json(address, withdrawal(version, "the parent is sorry"))
                        .body())
                .contains("/ground", "material errors");
        assertThat(officer()
                        .json(address, withdrawal(version, "unpaid and not prosecuted"))
                        .body())
                .as("it is paid")
                .contains("/ground", "time to pay is over");
        assertThat(officer()
                        .json(address, withdrawal(version - 1, "material errors"))
                        .statusCode())
                .isEqualTo(409);
        JsonNode withdrawn = done(address, withdrawal(version, "material errors"));
        assertThat(withdrawn.at("/outcome").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/money/owedBack").asInt()).isEqualTo(80);
        String refund = "{\"version\": " + withdrawn.at("/version") + ", \"amount\": 80, \"paidOn\": \"" + today
                + "\", \"why\": \"Withdrawn\"}";
        assertThat(officer()
                        .json("/api/notices/" + ref + "/refund", refund.replace("80", "81"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(done("/api/notices/" + ref + "/refund", refund)
                        .at("/money/owedBack")
                        .asInt())
                .isZero();
        assertThat(officer()
                        .json(address, withdrawal(version + 2, "material errors"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void nobodyIsProsecutedWhileANoticeCanBePaidAndAConvictionStillCounts() throws Exception {
        NoticeRef open = open("LR10", "LRM");
        assertThat(officer()
                        .json("/api/notices/" + open + "/prosecution", prosecution(open, "OPEN", "null"))
                        .body())
                .contains("can still be paid");
        NoticeRef over = ledger.issued(OURS, "LR11", "LRM", "2025-06-13", "2025-06-20", 1);
        assertThat(notice(over).at("/state").asText()).isEqualTo("UNPAID");
        assertThat(officer()
                        .json("/api/notices/" + over + "/prosecution", prosecution(over, "2025-07-19", "OPEN", "null"))
                        .body())
                .contains("/begunOn", "could be paid until 19 July 2025");
        assertThat(officer()
                        .json("/api/notices/" + over + "/prosecution", prosecution(over, "CONVICTED", "null"))
                        .body())
                .contains("/resultOn");
        assertThat(done("/api/notices/" + over + "/prosecution", prosecution(over, "OPEN", "null"))
                        .at("/state")
                        .asText())
                .isEqualTo("PROSECUTED");
        assertThat(done("/api/notices/" + over + "/prosecution", prosecution(over, "ENDED", "\"" + today + "\""))
                        .at("/state")
                        .asText())
                .as("without a verdict it can be withdrawn as unpaid and not prosecuted")
                .isEqualTo("UNPAID");
        JsonNode convicted =
                done("/api/notices/" + over + "/prosecution", prosecution(over, "CONVICTED", "\"" + today + "\""));
        assertThat(convicted.at("/outcome").asText()).isEqualTo("UNPAID_CONVICTED");
        assertThat(officer()
                        .json(
                                "/api/notices/" + over + "/withdrawal",
                                withdrawal(convicted.at("/version").asLong(), "material errors"))
                        .statusCode())
                .as("withdrawn after a conviction")
                .isEqualTo(409);
        assertThat(done("/api/notices/" + over + "/prosecution", prosecution(over, "ACQUITTED", "\"" + today + "\""))
                        .at("/outcome")
                        .asText())
                .isEqualTo("UNPAID_ACQUITTED");
    }

    @Test
    void anEarlierNoticeOfAMovedChildCountsOnceSomebodySaysThatItIsTheSamePerson() throws Exception {
        JsonNode before = pupil("MV1");
        assertThat(before.at("/parents")).as("of our schools only").hasSize(1);
        JsonNode earlier = created("/api/notices/earlier", earlier("MV1", "\"person\": \"Mona Movewell\""));
        assertThat(earlier.at("/outcome").asText()).isEqualTo("UNPAID_CONVICTED");
        assertThat(officer()
                        .json("/api/notices/earlier", earlier("MV1", "\"person\": \"mona movewell\""))
                        .statusCode())
                .as("the same notice again")
                .isEqualTo(409);
        JsonNode mother = parent(pupil("MV1"), OURS);
        assertThat(mother.at("/notices")).isEmpty();
        assertThat(mother.at("/isThisTheSamePerson/0/notice").asText())
                .isEqualTo(earlier.at("/ref").asText());
        String answer = "{\"contact\": " + mother.at("/contact") + ", \"party\": "
                + mother.at("/isThisTheSamePerson/0/person") + ", \"answer\": \"SAME\", \"why\": \"She says so\"}";
        String address = "/api/ledger/" + OURS + "/MV1/same-person";
        assertThat(officer().json(address, answer.replace("She says so", "")).statusCode())
                .isEqualTo(400);
        JsonNode same = parent(done(address, answer), OURS);
        assertThat(same.at("/notices/0").asText()).isEqualTo(earlier.at("/ref").asText());
        assertThat(same.at("/isThisTheSamePerson")).isEmpty();
        JsonNode undone = parent(
                done(
                        "/api/ledger/" + OURS + "/MV1/links/" + same.at("/links/0/id") + "/undo",
                        "{\"why\": \"It was her sister\"}"),
                OURS);
        assertThat(undone.at("/isThisTheSamePerson")).hasSize(1);
        assertThat(undone.at("/links/0/undoneBecause").asText()).isEqualTo("It was her sister");
        JsonNode different = parent(done(address, answer.replace("SAME", "DIFFERENT")), OURS);
        assertThat(different.at("/isThisTheSamePerson")).isEmpty();
        assertThat(different.at("/notices")).isEmpty();
    }

    @Test
    void anotherAuthoritysNoticeIsSeenOnceTheChildIsOursAndStaysTheirsToChange() {
        NoticeRef theirs = ledger.issued(LedgerFamilies.THEIRS, "MV2", "MVA", "2025-06-13", "2025-06-20", 1);
        HttpResponse<String> seen = officer().get("/api/notices/" + theirs);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(officer()
                        .json("/api/notices/" + theirs + "/withdrawal", withdrawal(1, "material errors"))
                        .body())
                .contains("stands in the ledger of another authority");
        assertThat(officer()
                        .json("/api/payments", payment(80, "x", "{\"notice\": \"" + theirs + "\", \"amount\": 80}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Http.program(port, "lead")
                        .get("/api/notice-outcomes?pupil=MV2")
                        .body())
                .doesNotContain(theirs.value());
    }

    @Test
    void theAuthorityThatHadAChildSeesNothingOfTheNewOneAndWritesNothing() throws Exception {
        NoticeRef ours = ledger.issued(OURS, "LV1", "LVA", "2025-06-13", "2025-06-20", 1);
        NoticeRef theirs = ledger.issued(LedgerFamilies.THEIRS, "LV1", "LVB", "2025-07-11", "2025-07-18", 1);
        String page = "/ledger/" + OURS + "/LV1";
        assertThat(browser().get(page).body())
                .contains(ours.value())
                .doesNotContain(theirs.value(), "Enter an earlier notice");
        JsonNode seen = pupil("LV1");
        assertThat(seen.at("/parents")).hasSize(1);
        assertThat(seen.at("/parents/0/schoolUrn").asText()).isEqualTo(OURS);
        assertThat(seen.toString()).contains(ours.value()).doesNotContain(theirs.value());
        assertThat(officer()
                        .json("/api/notices/earlier", earlier("LV1", "\"person\": \"Lena Leavewell\""))
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser()
                        .get("/families/" + OURS + "/LV1/statement/"
                                + notice(ours).at("/parent/person"))
                        .body())
                .contains(ours.value(), "No address is shown")
                .doesNotContain("5 Old Street", theirs.value());
    }

    @Test
    void noChainOfAnswersMakesBothParentsOnePerson() throws Exception {
        JsonNode earlier = created("/api/notices/earlier", earlier("LR14", "\"person\": \"N Ledgerwood\""));
        String address = "/api/ledger/" + OURS + "/LR14/same-person";
        JsonNode parents = pupil("LR14").at("/parents");
        assertThat(parents).hasSize(2);
        String said = "{\"party\": " + earlier.at("/parent/person") + ", \"why\": \"Said so\", \"answer\": \"SAME\","
                + " \"contact\": ";
        done(address, said + parents.at("/0/contact") + "}");
        HttpResponse<String> both = officer().json(address, said + parents.at("/1/contact") + "}");
        assertThat(both.statusCode()).as(both.body()).isEqualTo(409);
        assertThat(both.body()).contains("Two contacts of one school would become one person");
        assertThat(pupil("LR14").at("/parents/1/notices")).isEmpty();
    }

    @Test
    void aParentsStatementHoldsNothingOfTheOther() throws Exception {
        NoticeRef hers = open("LR12", "LRM");
        NoticeRef his = open("LR12", "LRF");
        created("/api/payments", payment(40, "MUMS-REF", "{\"notice\": \"" + hers + "\", \"amount\": 33}"));
        String family = "/families/" + OURS + "/LR12/statement";
        String all = browser().get(family).body();
        assertThat(all).contains(hers.value(), his.value(), "Child11", "For the authority only");
        String address = family + "/" + notice(his).at("/parent/person");
        String statement = browser().get(address).body();
        assertThat(statement)
                .contains(his.value(), "2 Fathers Road")
                .doesNotContain(hers.value(), "Mothers Lane", "Nadia", "MUMS-REF", "£33");
        assertThat(browser().get(family + "/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void aStatementAnswersWhatCameWhatWentBackAndWhatIsStillToPayUntilWhen() throws Exception {
        NoticeRef open = open("LR3", "LRF");
        NoticeRef withdrawn = open("LR2", "LRF");
        created("/api/payments", payment(35, "x", "{\"notice\": \"" + open + "\", \"amount\": 35}"));
        created("/api/payments", payment(80, "x", "{\"notice\": \"" + withdrawn + "\", \"amount\": 80}"));
        JsonNode after = done(
                "/api/notices/" + withdrawn + "/withdrawal",
                withdrawal(notice(withdrawn).at("/version").asLong(), "material errors"));
        String address = "/families/" + OURS + "/LR3/statement/" + notice(open).at("/parent/person");
        String day = new Dates().day(today);
        assertThat(browser().get(address).body())
                .contains("£35 received on " + day, "£45 more by ", "or later £125 more by ")
                .contains("£80 received on " + day, "Nothing. £80 is still to be paid back.")
                .contains("Withdrawn on " + day + ": material errors");
        done(
                "/api/notices/" + withdrawn + "/refund",
                "{\"version\": " + after.at("/version") + ", \"amount\": 80, \"paidOn\": \"" + today
                        + "\", \"why\": \"Withdrawn\"}");
        assertThat(browser().get("/families/" + OURS + "/LR3/statement").body())
                .contains("£80 paid back on " + day)
                .doesNotContain("£80 is still to be paid back");
        assertThat(browser().get(address).body()).contains("£80 paid back on " + day, "Hertfordshire");
    }

    @Test
    void theOfficerFindsANoticeEntersAPaymentAndAWithdrawalOnThePages() {
        NoticeRef ref = open("LR13", "LRF");
        Http browser = browser();
        assertThat(browser.get("/ledger?q=nobody-of-this-name").body()).contains("No notice was found.");
        assertThat(browser.get("/ledger?q=" + ref).body()).contains(ref.value(), "Omar Ledgerwood");
        assertThat(browser.submit("/payments/new", "/payments/new", "amount=&method=BANK&entryId=p1")
                        .body())
                .contains("There is a problem");
        HttpResponse<String> entered = browser.submit(
                "/payments/new",
                "/payments/new",
                "entryId=" + UUID.randomUUID() + "&amount=" + typed("£80.00") + "&method=BANK&receivedOn=" + today
                        + "&reference=" + typed("<b>Omar</b>") + "&shares=" + typed(ref + " 80"));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
        String payment = entered.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(browser.get(payment).body()).contains("&lt;b&gt;Omar&lt;/b&gt;", ref.value());
        assertThat(browser.get("/notices/" + ref).body()).contains("Paid", "£80 received", "Enter a withdrawal");
        String form = "/notices/" + ref + "/enter/withdrawal";
        assertThat(browser.get(form).body()).contains("Material errors");
        assertThat(browser.submit(form, form, "version=1").body()).contains("Choose the ground.");
        assertThat(browser.submit(
                                form,
                                form,
                                "version=2&ground=" + typed("material errors") + "&withdrawnOn=" + today + "&decidedBy="
                                        + typed("The legal panel") + "&why=" + typed("Wrong dates"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(browser.get("/notices/" + ref).body())
                .contains("Withdrawn", "£80 to be paid back", "granted by The legal panel");
        assertThat(Http.browser(port, "auditor").get("/notices/" + ref).body())
                .contains(ref.value())
                .doesNotContain("Enter a payment");
        for (String page : List.of("/payments", "/ledger/" + OURS + "/LR13", "/ledger/" + OURS + "/LR13/earlier")) {
            assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200);
        }
        String earlier = "/ledger/" + OURS + "/LR13/earlier";
        assertThat(browser.submit(earlier, earlier, "kind=ATTENDANCE").body())
                .contains("Choose one of the pupil&#39;s contacts", "Say where it is written.");
    }

    private NoticeRef open(String pupil, String contact) {
        return ledger.issued(OURS, pupil, contact, today.minusDays(7).toString(), today.toString(), 1);
    }

    private JsonNode notice(NoticeRef ref) throws Exception {
        return read(officer().get("/api/notices/" + ref), 200);
    }

    private JsonNode pupil(String ref) throws Exception {
        return read(officer().get("/api/ledger/" + OURS + "/" + ref), 200);
    }

    private static JsonNode parent(JsonNode pupil, String school) {
        for (JsonNode parent : pupil.at("/parents")) {
            if (parent.at("/schoolUrn").asText().equals(school)) {
                return parent;
            }
        }
        throw new AssertionError(pupil.toString());
    }

    private String payment(int amount, String reference, String shares) {
        return "{\"entryId\": \"" + UUID.randomUUID() + "\", \"receivedOn\": \"" + today + "\", \"amount\": " + amount
                + ", \"method\": \"BANK\", \"reference\": \"" + reference + "\", \"shares\": [" + shares + "]}";
    }

    private String withdrawal(long version, String ground) {
        return "{\"version\": " + version + ", \"withdrawnOn\": \"" + today + "\", \"ground\": \"" + ground
                + "\", \"decidedBy\": \"The legal panel\", \"why\": \"The dates were wrong\"}";
    }

    private String prosecution(NoticeRef ref, String result, String on) throws Exception {
        return prosecution(ref, "2025-08-01", result, on);
    }

    private String prosecution(NoticeRef ref, String begunOn, String result, String on) throws Exception {
        return "{\"version\": " + notice(ref).at("/version") + ", \"route\": \"S444_1\", \"begunOn\": \"" + begunOn
                + "\", \"result\": \"" + result + "\", \"resultOn\": " + on + ", \"why\": \"Court list\"}";
    }

    private static String earlier(String pupil, String whom) {
        return "{\"school\": \"" + OURS + "\", \"pupilRef\": \"" + pupil + "\", " + whom
                + ", \"kind\": \"ATTENDANCE\", \"issuer\": \"Suffolk\", \"from\": \"2025-02-03\", \"to\": \"2025-02-14\","
                + " \"issuedOn\": \"2025-03-03\", \"outcome\": \"UNPAID_CONVICTED\", \"source\": \"Letter of Suffolk\","
                + " \"toldBy\": \"Suffolk's officer\", \"why\": \"The family moved here\"}";
    }

    private JsonNode created(String address, String body) throws Exception {
        return read(officer().json(address, body), 201);
    }

    private JsonNode done(String address, String body) throws Exception {
        return read(officer().json(address, body), 200);
    }

    private static JsonNode read(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private Http officer() {
        return Http.program(port, "officer");
    }

    private Http browser() {
        return Http.browser(port, "officer");
    }

    private static String typed(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
