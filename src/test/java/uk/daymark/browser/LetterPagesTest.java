package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.daymark.browser.Browsers.signedIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.Http;
import uk.daymark.WebTest;
import uk.daymark.browser.Browsers.View;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.register.web.TwoSchools;
import uk.daymark.workflow.Processes;

@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterPagesTest {

    private static final String KEY = "Y-" + TwoSchools.OURS + "-LP1";

    @LocalServerPort
    int port;

    @Autowired
    private Processes processes;

    @Autowired
    private Letters letters;

    private final List<Page> opened = new ArrayList<>();

    @BeforeAll
    void aLetter() {
        TwoSchools.exist(port);
        send(
                "pupils",
                "school_urn,pupil_ref,legal_surname,legal_forename,date_of_birth,on_roll_from\n" + TwoSchools.OURS
                        + ",LP1,Khan,Amira,2014-03-02,2025-09-03\n");
        send(
                "contacts",
                "school_urn,pupil_ref,contact_ref,priority,title,forename,surname,relationship,parental_responsibility,"
                        + "lives_with,court_order,do_not_contact,correspondence,address_withheld,language,address_1,town,postcode\n"
                        + TwoSchools.OURS
                        + ",LP1,LP1a,1,Ms,Nadia,Khan,Mother,Y,Y,N,N,Y,N,Urdu,1 Ash Road,Hatfield,AL10 9AA\n");
        TwoSchools.marked(
                port,
                TwoSchools.mark("LP1", "2025-09-08", "AM", "N"),
                TwoSchools.mark("LP1", "2025-09-08", "PM", "N"),
                TwoSchools.mark("LP1", "2025-09-09", "AM", "O"));
        processes.start("family-letter", KEY, Map.of("letter", "medical-evidence"));
    }

    @AfterEach
    void closePages() {
        opened.forEach(page -> page.context().close());
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void lettersAreListedReadAndPrinted(View view) {
        Letter letter = letters.ofKey(KEY).get(0);
        Page page = signedIn(port, view, "lead");
        opened.add(page);
        page.navigate("/letters");
        PageChecks.check(page, "letters-" + view);
        page.navigate("/letters?show=withdrawn");
        PageChecks.check(page, "letters-withdrawn-" + view);
        page.navigate("/letters/" + letter.ref());
        assertThat(page.locator("h1").textContent()).isEqualTo(letter.title() + " to Ms Nadia Khan");
        PageChecks.check(page, "letter-" + view);
        page.navigate("/letters/holds");
        PageChecks.check(page, "letter-holds-" + view);
        page.navigate("/letters/letterheads/" + TwoSchools.OURS);
        PageChecks.check(page, "letterhead-" + view);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW_WITHOUT_SCRIPTS"})
    void onPaperTheAddressStandsInTheWindowAndNothingButTheLetterIsPrinted(View view) {
        Letter letter = letters.ofKey(KEY).get(0);
        Page page = signedIn(port, view, "office");
        opened.add(page);
        page.navigate("/letters/print?ref=" + letter.ref());
        PageChecks.check(page, "letters-print-" + view);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".letter-not-printed").isVisible()).isFalse();
        double millimetre = 96 / 25.4;
        var address = page.locator(".letter-to").boundingBox();
        var sheet = page.locator(".letter").boundingBox();
        // The sheet's text begins 15 mm from the paper's edges.
        assertThat((address.x - sheet.x) / millimetre + 15).isBetween(24.5, 24.7);
        assertThat((address.y - sheet.y) / millimetre + 15).isBetween(39.4, 39.6);
        assertThat(address.height / millimetre).isLessThanOrEqualTo(26.9);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots/letter-on-paper-" + view + ".png")));
    }

    private void send(String kind, String csv) {
        var answer = Http.program(port, "admin").post("/api/imports/" + kind + "?mode=apply", "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
