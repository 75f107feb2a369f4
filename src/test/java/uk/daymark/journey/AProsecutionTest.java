package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.daymark.Http;
import uk.daymark.SignedInHere;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.Cases;
import uk.daymark.cases.Support;
import uk.daymark.cases.SupportKind;
import uk.daymark.cases.SupportRecord;
import uk.daymark.enforcement.PublicPlaceFacts;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.court.Item;
import uk.daymark.enforcement.court.Prosecution;
import uk.daymark.enforcement.court.ProsecutionFile;
import uk.daymark.enforcement.court.ProsecutionFiles;
import uk.daymark.enforcement.court.Prosecutions;
import uk.daymark.enforcement.court.Verdict;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.LedgerEntries;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.NoticeTerms;
import uk.daymark.enforcement.notice.Issuing;
import uk.daymark.enforcement.notice.Proposal;
import uk.daymark.enforcement.referral.LiableParents;
import uk.daymark.enforcement.referral.Outcome;
import uk.daymark.enforcement.referral.ParentFollower;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.journal.Journal;
import uk.daymark.letters.HeldFamilies;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.Half;
import uk.daymark.measure.Session;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.PupilId;
import uk.daymark.people.Pupils;
import uk.daymark.people.Scope;
import uk.daymark.people.Urn;
import uk.daymark.workflow.Processes;

/** From the decision to prosecute to what the court decides, by those whose task each step is. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AProsecutionTest {

    private static final String SCHOOL = "999001";
    private static final LocalDate MONDAY = LocalDate.of(2025, 9, 15);
    private static final String TEN_O = "O O O O O O O O O O";
    private static final SignedIn PANEL = new SignedIn("panel", "Pat Panel", Role.PANEL, Optional.of(SCHOOL));

    private static final LocalDate POSTED = LocalDate.of(2025, 12, 1);
    private static final Keeper KEEPER = new Keeper("officer", Scope.authority("hertfordshire"));

    private static OwnApplication daymark;
    private static Casework school;

    @RegisterExtension
    final SignedInHere head = SignedInHere.as(Role.HEAD);

    @BeforeAll
    static void aSchool() {
        daymark = OwnApplication.empty("2025-09-22T07:30", SCHOOL);
        school = new Casework(daymark, SCHOOL);
        school.exists(
                "hertfordshire",
                "hertfordshire",
                "61",
                "62",
                "63",
                "64",
                "65",
                "66",
                "67",
                "68",
                "69",
                "70",
                "78",
                "79");
        for (String ref : List.of("61", "62", "63", "64", "66", "67", "68", "69", "70", "78", "79")) {
            school.week(ref, MONDAY.toString(), TEN_O);
        }
        school.week("65", MONDAY.toString(), "O O O O O O O O O N");
    }

    @AfterAll
    static void close() {
        daymark.close();
    }

    private static EnrolmentId enrolment(String ref) {
        return daymark.bean(Pupils.class)
                .find(new Urn(SCHOOL), ref)
                .orElseThrow()
                .enrolment()
                .id();
    }

    private static Contacts.OfPupil contact(CaseFile file) {
        return daymark.bean(Contacts.class).of(file.pupil()).get(0);
    }

    /** The head refers the case, and it names the mother. */
    private static ParentKey referred(String ref) {
        Cases cases = daymark.bean(Cases.class);
        CaseFile file = cases.openAt("referral", enrolment(ref), "Ten sessions without leave", "");
        cases.refer(file.ref(), "Nothing has helped");
        return daymark.bean(LiableParents.class)
                .name(
                        file.ref(),
                        new LiableParents.Named(
                                contact(file).contact().id(),
                                "Nadia Khan",
                                "1 Elm Road\nElmford\nEL1 1AA",
                                "mother",
                                "The child lives with her"));
    }

    private static ParentKey prosecuting(String ref, String tier) {
        ParentKey key = referred(ref);
        daymark.bean(Processes.class).start("prosecution", key.toString(), Map.of("tier", tier));
        return key;
    }

    private static Map<String, Object> considered() {
        return Map.of(
                "decision", "prosecute",
                "considered", "Children's services were asked; an order would not help now",
                "chargedFrom", "2025-09-15",
                "chargedTo", "2025-09-19",
                "reason", "Every offer was refused");
    }

    private static Map<String, Object> evidence(String missing) {
        Map<String, Object> fields = new HashMap<>(Map.of("decision", "complete", "reason", "As listed"));
        Arrays.stream(new String[] {
                    "statement",
                    "exhibits",
                    "chronology",
                    "support",
                    "posting",
                    "parents",
                    "register",
                    "leaveRequest",
                    "cautionRecord"
                })
                .forEach(item -> fields.put(item, "there"));
        fields.put("leaveRequest", "not-needed");
        fields.put("leaveRequestNote", "It is not about leave");
        if (!missing.isEmpty()) {
            fields.put(missing, "missing");
            fields.put(missing + "Note", "The author is away");
        }
        return fields;
    }

    private static void signed(String ref) {
        school.does(
                "head",
                ref,
                "sign-certificate",
                Map.of("decision", "sign", "signedAs", "H. Head, headteacher", "reason", "Compared with the register"));
    }

    private static void gathered(String ref) {
        school.does("officer", ref, "gather-evidence", evidence(""));
    }

    /** Hertfordshire has no panel: a second officer authorises, and never whoever gathered the evidence. */
    private static void authorised(String ref) {
        Map<String, Object> authorise =
                Map.of("decision", "prosecute", "reason", "The evidence is complete and it is in the public interest");
        assertThat(refused("officer", ref, "authorise-prosecution-by-officer", authorise))
                .contains("Whoever gathered the evidence does not authorise the prosecution.")
                .contains("Fairness: a second person weighs the evidence")
                .contains("Somebody else decides.");
        school.does("second-officer", ref, "authorise-prosecution-by-officer", authorise);
    }

    private static Prosecution file(ParentKey key) {
        return daymark.bean(Prosecutions.class).last(key).orElseThrow();
    }

    private static String refused(String user, String ref, String kind, Map<String, Object> fields) {
        HttpResponse<String> answer = school.tries(user, school.taskThere(user, ref, kind), fields);
        assertThat(answer.statusCode()).as(kind + ": " + answer.body()).isBetween(400, 422);
        return answer.body();
    }

    @Test
    @Order(1)
    void theHeadCannotCertifyWhileAReasonIsNotEstablished() {
        ParentKey key = prosecuting("65", "single-justice");
        school.does("officer", "65", "consider-supervision-order", considered());
        Map<String, Object> sign =
                Map.of("decision", "sign", "signedAs", "H. Head, headteacher", "reason", "Compared with the register");
        assertThat(refused("head", "65", "sign-certificate", sign))
                .contains("There is no reason yet for")
                .contains("Education Act 1996, section 444")
                .contains("The school establishes the reasons");
        assertThat(file(key).certificate()).isEmpty();
        school.does(
                "head",
                "65",
                "sign-certificate",
                Map.of("decision", "cannot-sign", "reason", "Friday afternoon is not settled"));
        school.week("65", MONDAY.toString(), "O O O O O O O O O I");
        school.does(
                "officer",
                "65",
                "settle-certificate",
                Map.of("decision", "ask-again", "reason", "Friday afternoon is illness"));
        school.does("head", "65", "sign-certificate", sign);
        assertThat(file(key).sessions()).as("nine of ten are charged").hasSize(9);
    }

    @Test
    @Order(2)
    void anOrderIsSoughtInsteadAndNothingElseFollows() {
        ParentKey key = prosecuting("63", "single-justice");
        school.does(
                "officer",
                "63",
                "consider-supervision-order",
                Map.of(
                        "decision", "order-instead",
                        "considered", "The family accepts a supervisor",
                        "reason", "It helps this child more than a fine"));
        assertThat(file(key).outcome()).isEqualTo("supervision-order");
        assertThat(file(key).order().orElseThrow().considered()).isEqualTo("The family accepts a supervisor");
        assertThat(daymark.bean(Processes.class).running("prosecution", key.toString()))
                .isFalse();
        assertThat(school.task("head", "63", "sign-certificate")).isEmpty();
    }

    @Test
    @Order(3)
    void inOpenCourtTheParentIsCautionedAndTheCourtMakesAParentingOrder() {
        ParentKey key = prosecuting("62", "open-court");
        school.does("officer", "62", "consider-supervision-order", considered());
        assertThat(school.task("head", "62", "sign-certificate"))
                .as("questions come first")
                .isEmpty();
        school.does(
                "officer",
                "62",
                "choose-caution",
                Map.of("cautionBy", "interview", "interviewOn", "2025-09-22", "reason", "She asked to be heard"));
        Map<String, Object> answers = new HashMap<>(Map.of(
                "answered", "yes",
                "answers", "I knew and did not know what to do",
                "knowledge", "Three letters and a meeting told her",
                "decision", "aggravated",
                "reason", "She knew and did nothing"));
        assertThat(refused("officer", "62", "caution-and-question", answers))
                .contains("answers without one are no evidence");
        answers.put("cautionedOn", "2025-09-22");
        assertThat(refused("officer", "62", "caution-and-question", answers))
                .contains("told that they may take legal advice");
        answers.put("adviceTold", "yes");
        school.does("officer", "62", "caution-and-question", answers);
        signed("62");
        gathered("62");
        authorised("62");
        school.does(
                "officer",
                "62",
                "begin-proceedings",
                Map.of("decision", "begun", "begunOn", "2025-09-22", "courtReference", "EL 17/25", "reason", "Laid"));
        school.does(
                "officer",
                "62",
                "set-hearing",
                Map.of(
                        "hearingOn", "2025-09-30",
                        "court", "Elmford Magistrates",
                        "attender", "officer",
                        "reason", "The court's notice of today"));
        assertThat(school.taskThere("officer", "62", "confirm-hearing")
                        .path("dueAt")
                        .asText())
                .startsWith("2025-09-30");
        school.does(
                "officer", "62", "confirm-hearing", Map.of("decision", "attend", "reason", "I take the file with me"));
        daymark.moveTo("2025-10-01T09:00");
        Map<String, Object> result = new HashMap<>(Map.of(
                "result", "found-guilty",
                "resultOn", "2025-09-30",
                "fine", "2600",
                "costs", "120.50",
                "surcharge", "40",
                "orderMonths", "6",
                "reason", "The court's register"));
        assertThat(refused("officer", "62", "record-result", result)).contains("largest fine");
        result.put("fine", "200");
        school.does("officer", "62", "record-result", result);
        Prosecution.Result decided = file(key).result().orElseThrow();
        assertThat(decided.verdict()).isEqualTo(Verdict.FOUND_GUILTY);
        assertThat(decided.orderMonths()).hasValue(6);
        assertThat(decided.costs().map(Money::toString)).hasValue("£120.50");
        assertThat(file(key).outcome()).isEqualTo("convicted");
    }

    @Test
    @Order(4)
    void whatTheParentSaidUnderCautionIsReadAtTheAuthorityAndNotAtTheSchool() {
        String ref = school.caseOf("62").ref().value();
        String said = "I knew and did not know what to do";
        for (String reader : List.of("officer", "panel", "auditor")) {
            assertThat(shown(reader, ref)).as(reader).contains(said, "She knew and did nothing");
        }
        for (String reader : List.of("lead", "head")) {
            assertThat(shown(reader, ref))
                    .as(reader)
                    .contains("A task was done at the local authority.", "A step of a prosecution was taken")
                    .doesNotContain(said)
                    .doesNotContain("She knew and did nothing")
                    .doesNotContain("Every offer was refused")
                    .doesNotContain("120.5")
                    .doesNotContain("caution");
            JsonNode verdict = daymark.get(reader, "/api/cases/" + ref + "/verify");
            assertThat(verdict.path("linked").asBoolean()
                            && verdict.path("contentEqual").asBoolean())
                    .as("the chain holds for " + reader)
                    .isTrue();
        }
    }

    @Test
    @Order(4)
    void noNoticeRestsOnSessionsForWhichTheParentWasProsecutedWithoutOne() {
        CaseFile file = school.caseOf("62");
        assertThat(daymark.bean(Ledger.class).used(contact(file).contact().id(), file.pupil()))
                .hasSize(10);
        assertThat(issue(file).blocked())
                .filteredOn(rule -> rule.code().equals("SESSION_USED_BEFORE"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.message())
                        .startsWith("A prosecution of this parent relies on 15 September 2025 morning")
                        .endsWith("and 5 more already."));
    }

    @Test
    @Order(4)
    void anAddressThatIsASecretIsCalledOneInTheFile() {
        String address = "/prosecutions/" + school.caseOf("62").ref() + "/1";
        String warning = "Address withheld: not to be shown to anybody of the family";
        Http officer = Http.browser(daymark.port(), "officer");
        assertThat(officer.get(address).body()).contains("1 Elm Road").doesNotContain(warning);
        daymark.bean(JdbcTemplate.class)
                .update(
                        "update contact set address_withheld = true where id = ?",
                        contact(school.caseOf("62")).contact().id().number());
        assertThat(officer.get(address).body()).contains("1 Elm Road", warning);
    }

    /** All that the journal of a case is shown in. */
    private static String shown(String reader, String ref) {
        StringBuilder all = new StringBuilder();
        for (String part : List.of("timeline?size=200", "decisions?size=200", "path?size=200")) {
            all.append(daymark.get(reader, "/api/cases/" + ref + "/" + part));
        }
        Http pages = Http.browser(daymark.port(), reader);
        for (String part : List.of("", "/timeline", "/history")) {
            HttpResponse<String> page = pages.get("/cases/" + ref + part);
            assertThat(page.statusCode()).as(reader + part).isEqualTo(200);
            all.append(page.body());
        }
        return all.toString();
    }

    @Test
    @Order(3)
    void theCautionGoesByLetterWithTheSessionsAndWithoutAnyOther() {
        ParentKey key = prosecuting("67", "open-court");
        school.does("officer", "67", "consider-supervision-order", considered());
        school.does(
                "officer", "67", "choose-caution", Map.of("cautionBy", "letter", "reason", "She asked for letters"));
        Letter letter = daymark.bean(Letters.class).ofKey(key.toString()).get(0);
        assertThat(letter.text())
                .contains("You do not have to say anything", "legal advice", "15 September 2025")
                .contains("Nadia Khan");
        String today = LocalDate.now(daymark.bean(Clock.class)).toString();
        school.does(
                "officer",
                "67",
                "post-authority-letter",
                Map.of(
                        "letterSending", "posted",
                        "sentOn", today,
                        "postage", "first-class",
                        "proof", "Certificate 12345"));
        JsonNode record = school.taskThere("officer", "67", "caution-and-question");
        assertThat(daymark.get("officer", "/api/tasks/" + record.path("id").asText() + "/form")
                        .toString())
                .as("the day of posting stands in the form")
                .contains(today);
        assertThat(daymark.bean(ProsecutionFiles.class).of(key).orElseThrow().letters())
                .extracting(Letter::ref)
                .contains(letter.ref());
        school.does(
                "officer",
                "67",
                "caution-and-question",
                Map.of(
                        "cautionedOn", today,
                        "adviceTold", "yes",
                        "answered", "no",
                        "decision", "strict",
                        "reason", "No answer, and nothing shows what she knew"));
        assertThat(file(key).tier().word()).isEqualTo("single-justice");
    }

    @Test
    @Order(4)
    void afterAnEarlierNoticeWasPaidTheNewSessionsAreProsecutedAndOnlyThose() {
        ParentKey key = referred("68");
        CaseFile file = daymark.bean(Cases.class).find(key.caseRef()).orElseThrow();
        NoticeRef paid = noticeFor(key, file);
        LocalDate today = LocalDate.of(2025, 10, 1);
        daymark.bean(LedgerEntries.class).posted(paid, today, new Keeper("officer", Scope.authority("hertfordshire")));
        new Enforcement(daymark, school).paid(today.toString(), 80, "P-68", Map.of(paid.value(), 80));
        Ledger ledger = daymark.bean(Ledger.class);
        assertThat(ledger.find(paid, Scope.everywhere()).state()).isEqualTo(NoticeFile.State.PAID);
        school.week("68", "2025-09-22", TEN_O);
        daymark.bean(Processes.class).start("prosecution", key.toString(), Map.of("tier", "single-justice"));
        assertThat(refused("officer", "68", "consider-supervision-order", considered()))
                .as("the sessions that were paid for")
                .contains("Notice " + paid + " was");
        Map<String, Object> anew = new HashMap<>(considered());
        anew.put("chargedFrom", "2025-09-22");
        anew.put("chargedTo", "2025-09-26");
        school.does("officer", "68", "consider-supervision-order", anew);
        signed("68");
        gathered("68");
        authorised("68");
        school.does(
                "officer",
                "68",
                "begin-proceedings",
                Map.of("decision", "begun", "begunOn", "2025-10-01", "reason", "Charge and file sent"));
        assertThat(school.told("68"))
                .as("the school hears of it, once")
                .filteredOn(said -> said.startsWith("Proceedings against Nadia Khan were begun on 1 October 2025"))
                .hasSize(1);
        assertThatThrownBy(() -> daymark.bean(Processes.class)
                        .start("prosecution", key.toString(), Map.of("tier", "single-justice")))
                .hasMessageContaining("before the court already");
        assertThat(file(key).standing())
                .as("another prosecution does not end the one before the court")
                .isEqualTo(Prosecution.Standing.BEGUN);
        daymark.bean(Cases.class).close(key.caseRef(), "It has improved", "");
        daymark.beans(ParentFollower.class).forEach(follower -> follower.stopped(key, "Nothing more is decided"));
        assertThat(file(key).standing())
                .as("a closed case ends no proceedings that were begun")
                .isEqualTo(Prosecution.Standing.BEGUN);
        school.does(
                "officer",
                "68",
                "record-result",
                Map.of(
                        "result", "guilty-plea",
                        "resultOn", "2025-10-01",
                        "fine", "60",
                        "reason", "The court's register"));
        assertThat(file(key).outcome()).isEqualTo("convicted");
        assertThat(file(key).sessions())
                .extracting(marked -> marked.session().date())
                .allMatch(day -> day.isAfter(LocalDate.of(2025, 9, 21)))
                .hasSize(10);
        assertThat(ledger.find(paid, Scope.everywhere()).state()).isEqualTo(NoticeFile.State.PAID);
    }

    @Test
    @Order(5)
    void whatHoldsASanctionHoldsAProsecutionAndTheTimeLimitIsSaidWithIt() {
        prosecuting("69", "single-justice");
        school.does("officer", "69", "consider-supervision-order", considered());
        Map<String, Object> sign =
                Map.of("decision", "sign", "signedAs", "H. Head, headteacher", "reason", "Compared with the register");
        daymark.bean(HeldFamilies.class)
                .hold(enrolment("69"), HeldFamilies.Kind.BEREAVEMENT, "A grandmother died", Optional.empty());
        assertThat(refused("head", "69", "sign-certificate", sign))
                .contains("A grandmother died")
                .contains("The time limit runs on meanwhile: 15 March 2026");
    }

    @Test
    @Order(6)
    void anUnpaidNoticeGoesBeforeASingleJusticeAndEndsWithAConvictionInTheLedger() {
        ParentKey key = referred("61");
        CaseFile file = daymark.bean(Cases.class).find(key.caseRef()).orElseThrow();
        NoticeRef notice = noticeFor(key, file);
        Ledger ledger = daymark.bean(Ledger.class);
        Keeper keeper = new Keeper("officer", Scope.authority("hertfordshire"));
        daymark.bean(LedgerEntries.class).posted(notice, LocalDate.of(2025, 10, 1), keeper);
        daymark.bean(Processes.class)
                .start("prosecution", key.toString(), Map.of("tier", "single-justice", "forNotice", notice.value()));

        assertThat(refused("officer", "61", "consider-supervision-order", considered()))
                .as("while it can be paid")
                .contains("can be paid until");
        daymark.moveTo("2025-11-03T09:00");
        assertThat(ledger.find(notice, Scope.everywhere()).state()).isEqualTo(NoticeFile.State.UNPAID);
        Map<String, Object> others = new HashMap<>(considered());
        others.put("chargedTo", "2025-09-22");
        assertThat(refused("officer", "61", "consider-supervision-order", others))
                .contains("It was decided to prosecute for notice " + notice);
        school.does("officer", "61", "consider-supervision-order", considered());
        signed("61");
        assertThat(refused("officer", "61", "gather-evidence", evidence("statement")))
                .contains("cannot be sent later");
        gathered("61");
        authorised("61");
        school.does(
                "officer",
                "61",
                "begin-proceedings",
                Map.of("decision", "begun", "begunOn", "2025-11-03", "reason", "Charge and file sent"));
        assertThat(ledger.find(notice, Scope.everywhere()).state()).isEqualTo(NoticeFile.State.PROSECUTED);
        daymark.moveTo("2025-12-01T09:00");
        school.does(
                "officer",
                "61",
                "record-result",
                Map.of(
                        "result", "guilty-plea",
                        "resultOn", "2025-11-28",
                        "fine", "120",
                        "costs", "85",
                        "reason", "The court's register"));
        assertThat(ledger.find(notice, Scope.everywhere()).outcome().name()).isEqualTo("UNPAID_CONVICTED");
        ProsecutionFile all = daymark.bean(ProsecutionFiles.class).of(key).orElseThrow();
        assertThat(all.prosecution().standing()).isEqualTo(Prosecution.Standing.ENDED);
        assertThat(all.prosecution().evidence()).hasSize(Item.values().length);
        assertThat(all.chronology())
                .extracting(line -> line.entry().kind())
                .contains("PROSECUTION", "DECISION", "TASK");
        assertThat(all.notice()).isPresent();
    }

    private static NoticeRef noticeFor(ParentKey key, CaseFile file) {
        return noticeFor(key, file, LocalDate.of(2025, 10, 1));
    }

    private static NoticeRef noticeFor(ParentKey key, CaseFile file, LocalDate postOn) {
        Issuing.Outcome outcome = issue(file, postOn);
        assertThat(outcome.blocked()).isEmpty();
        NoticeRef notice = outcome.notice().orElseThrow();
        daymark.bean(LiableParents.class).issued(key, notice);
        return notice;
    }

    private static Issuing.Outcome issue(CaseFile file) {
        return issue(file, LocalDate.of(2025, 10, 1));
    }

    private static Issuing.Outcome issue(CaseFile file, LocalDate postOn) {
        List<Session> sessions = MONDAY.datesUntil(MONDAY.plusDays(5))
                .flatMap(day -> Arrays.stream(Half.values()).map(half -> new Session(day, half)))
                .toList();
        return daymark.bean(Issuing.class)
                .issue(
                        new Proposal(
                                file.pupil(),
                                contact(file).contact().id(),
                                ReferralRoute.IRREGULAR,
                                new DateRange(MONDAY, MONDAY.plusDays(4)),
                                sessions,
                                postOn,
                                Optional.of(file.ref()),
                                PublicPlaceFacts.unknown(),
                                "The child lives with her",
                                "Support was offered and refused"),
                        PANEL);
    }

    @Test
    @Order(7)
    void whatWasBegunIsEnteredWithTheCourtsReferenceWhateverCameUpSince() {
        ParentKey key = referred("70");
        CaseFile file = daymark.bean(Cases.class).find(key.caseRef()).orElseThrow();
        decidedForAnother(file);
        NoticeRef notice = noticeFor(key, file, POSTED);
        ParentKey other = referred("78");
        NoticeRef withdrawn = noticeFor(other, school.caseOf("78"), POSTED);
        ParentKey third = referred("79");
        NoticeRef changed = noticeFor(third, school.caseOf("79"), POSTED);
        for (NoticeRef ref : List.of(notice, withdrawn, changed)) {
            daymark.bean(LedgerEntries.class).posted(ref, POSTED, KEEPER);
        }
        daymark.moveTo("2026-01-05T09:00");
        authorisedFor("70", key, notice);
        authorisedFor("78", other, withdrawn);
        authorisedFor("79", third, changed);
        daymark.moveTo("2026-01-06T09:00");
        daymark.bean(Support.class).add(file.ref(), bereavement(), "The school was told");
        Map<String, Object> begun =
                new HashMap<>(Map.of("decision", "begun", "begunOn", "2026-01-06", "reason", "It was sent"));
        assertThat(refused("officer", "70", "begin-proceedings", begun))
                .contains("Circumstances are on record that have to be weighed first");
        begun.put("begunOn", "2026-01-05");
        assertThat(refused("officer", "70", "begin-proceedings", begun))
                .contains("/fields/courtReference", "Circumstances are on record that have to be weighed first");
        begun.put("courtReference", "EL 1/26");
        school.does("officer", "70", "begin-proceedings", begun);
        ProsecutionFile whole = daymark.bean(ProsecutionFiles.class).of(key).orElseThrow();
        assertThat(whole.chronology())
                .extracting(line -> line.entry().what())
                .anyMatch(
                        words -> words.contains(
                                "Something stands against the proceedings that were begun on 5 January 2026, reference EL 1/26"))
                .noneMatch(words -> words.contains("Imran Shah"));

        withdraw(notice);
        school.does(
                "officer",
                "70",
                "record-result",
                Map.of("result", "withdrawn", "resultOn", "2026-01-06", "reason", "The court was asked to end it"));
        assertThat(file(key).standing()).isEqualTo(Prosecution.Standing.ENDED);
        assertThat(state(notice)).isEqualTo(NoticeFile.State.WITHDRAWN);
        aNoticeWithdrawnSinceIsNoFaultOfTheCharge(other, withdrawn, begun);
        aRegisterThatSaysOtherwiseIsRefusedOnAnyDay(third, begun);
    }

    private static void aNoticeWithdrawnSinceIsNoFaultOfTheCharge(
            ParentKey key, NoticeRef notice, Map<String, Object> begun) {
        withdraw(notice);
        Http officer = Http.browser(daymark.port(), "officer");
        String page = "/tasks/"
                + school.taskThere("officer", "78", "begin-proceedings")
                        .path("id")
                        .asText();
        assertThat(officer.submit(
                                page,
                                page,
                                "version=1&field-decision=begun&field-begunOn-day=5&field-begunOn-month=1&field-begunOn-year=2026"
                                        + "&field-courtReference=EL+1&field-reason=Sent")
                        .body())
                .as("before it is confirmed")
                .contains("Check your answers", "What stands against it today", "Notice " + notice + " was withdrawn");
        Map<String, Object> today = new HashMap<>(begun);
        today.put("begunOn", "2026-01-06");
        assertThat(refused("officer", "78", "begin-proceedings", today)).contains("was withdrawn");
        school.does("officer", "78", "begin-proceedings", begun);
        assertThat(file(key).standing()).isEqualTo(Prosecution.Standing.BEGUN);
        assertThat(state(notice)).isEqualTo(NoticeFile.State.WITHDRAWN);
    }

    private static void aRegisterThatSaysOtherwiseIsRefusedOnAnyDay(ParentKey key, Map<String, Object> begun) {
        school.week("79", MONDAY.toString(), "O O O O O O O O O I");
        assertThat(refused("officer", "79", "begin-proceedings", begun))
                .contains("no longer bears out what the headteacher certified");
        school.week("79", MONDAY.toString(), "O O O O O O O O O N");
        assertThat(refused("officer", "79", "begin-proceedings", begun)).contains("There is no reason yet for");
        assertThat(file(key).begun()).isEmpty();
    }

    /** Another parent of the same child has a file and tasks of their own. */
    private static void decidedForAnother(CaseFile file) {
        ParentKey father = daymark.bean(LiableParents.class)
                .name(
                        file.ref(),
                        new LiableParents.Named(
                                contactOf("61"),
                                "Imran Shah",
                                "2 Oak Road\nElmford\nEL1 1AB",
                                "father",
                                "He lives there too"));
        daymark.bean(LiableParents.class)
                .decide(father, Outcome.SINGLE_JUSTICE, Optional.empty(), "", "He works abroad", Optional.empty());
        daymark.bean(Processes.class).start("prosecution", father.toString(), Map.of("tier", "single-justice"));
        school.does(
                "officer",
                "70",
                "consider-supervision-order",
                Map.of("decision", "stop", "considered", "He is abroad", "reason", "He was not there"));
        assertThat(daymark.bean(Journal.class).of(file.ref().value()))
                .filteredOn(line -> line.entry().kind().equals("TASK"))
                .extracting(line -> line.entry().what())
                .anyMatch(words -> words.contains("Imran Shah"));
    }

    private static void authorisedFor(String ref, ParentKey key, NoticeRef notice) {
        daymark.bean(Processes.class)
                .start("prosecution", key.toString(), Map.of("tier", "single-justice", "forNotice", notice.value()));
        school.does("officer", ref, "consider-supervision-order", considered());
        signed(ref);
        gathered(ref);
        authorised(ref);
    }

    private static NoticeFile.State state(NoticeRef notice) {
        return daymark.bean(Ledger.class).find(notice, Scope.everywhere()).state();
    }

    private static void withdraw(NoticeRef ref) {
        Notice notice = daymark.bean(Ledger.class).find(ref, Scope.everywhere()).notice();
        daymark.bean(LedgerEntries.class)
                .withdraw(
                        ref,
                        notice.version(),
                        LocalDate.of(2026, 1, 6),
                        daymark.bean(NoticeTerms.class).grounds(notice).get(0),
                        "It ought not to have been issued",
                        "officer",
                        KEEPER);
    }

    private static ContactId contactOf(String ref) {
        PupilId pupil = daymark.bean(Pupils.class)
                .find(new Urn(SCHOOL), ref)
                .orElseThrow()
                .enrolment()
                .pupil();
        return daymark.bean(Contacts.class).of(pupil).get(0).contact().id();
    }

    private static SupportRecord.Details bereavement() {
        return new SupportRecord.Details(
                SupportKind.MITIGATING,
                Optional.empty(),
                "",
                SupportRecord.Response.ACCEPTED,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "A grandmother died",
                "");
    }

    @Test
    @Order(8)
    void littleTimeIsToldAndAfterTheLastDayAPersonEndsIt() {
        ParentKey key = prosecuting("64", "single-justice");
        daymark.moveTo("2026-03-02T09:00");
        assertThat(school.task("officer", "64", "consider-supervision-order"))
                .as("the time runs while it is still considered")
                .isPresent();
        JsonNode near = school.taskThere("officer", "64", "limit-near");
        assertThat(near.path("why").asText()).contains("15 March 2026", "19 March 2026");
        school.does(
                "officer", "64", "limit-near", Map.of("decision", "in-hand", "reason", "The file is done this week"));
        Map<String, Object> fromTuesday = new HashMap<>(considered());
        fromTuesday.put("chargedFrom", "2025-09-16");
        school.does("officer", "64", "consider-supervision-order", fromTuesday);
        signed("64");
        daymark.moveTo("2026-03-02T10:00");
        assertThat(school.taskThere("officer", "64", "limit-near").path("why").asText())
                .as("the time is counted from the sessions charged")
                .contains("16 March 2026", "19 March 2026");
        daymark.moveTo("2026-03-17T09:00");
        gathered("64");
        authorised("64");
        daymark.moveTo("2026-03-20T09:00");
        assertThat(refused(
                        "officer",
                        "64",
                        "begin-proceedings",
                        Map.of("decision", "begun", "begunOn", "2026-03-20", "reason", "Sent today")))
                .contains("The last day to begin was 19 March 2026")
                .contains("Magistrates");
        school.does("officer", "64", "end-out-of-time", Map.of("reason", "The file came back from the printer late"));
        assertThat(file(key).outcome()).isEqualTo("not-begun");
        assertThat(file(key).endedWhy()).isEqualTo("The file came back from the printer late");
        assertThat(school.task("officer", "64", "begin-proceedings")).isEmpty();
        assertThat(daymark.bean(Processes.class).running("prosecution", key.toString()))
                .isFalse();
    }

    @Test
    @Order(9)
    void nobodyElseDoesTheseTasksAndNoOldForm() {
        ParentKey key = prosecuting("66", "single-justice");
        JsonNode task = school.taskThere("officer", "66", "consider-supervision-order");
        for (String other : List.of("lead", "head", "panel", "auditor")) {
            int status = daymark.as(other)
                    .json("/api/tasks/" + task.path("id").asText() + "/complete", "{\"version\":1,\"fields\":{}}")
                    .statusCode();
            assertThat(status).as(other).isIn(403, 404);
        }
        int stale = daymark.as("officer")
                .json(
                        "/api/tasks/" + task.path("id").asText() + "/complete",
                        "{\"version\":99,\"fields\":{\"decision\":\"stop\",\"considered\":\"x\",\"reason\":\"x\"}}")
                .statusCode();
        assertThat(stale).isEqualTo(409);
        assertThat(file(key).order()).isEmpty();
    }
}
