package uk.daymark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import uk.daymark.browser.Browsers.View;
import uk.daymark.journey.OwnApplication;

/** Takes the pictures of the README from the sample as it is at its first start. On demand: -Ddaymark.test.pictures=docs/pictures. */
@EnabledIfSystemProperty(named = PicturesForTheReadmeTest.FOLDER, matches = ".+")
class PicturesForTheReadmeTest {

    static final String FOLDER = "daymark.test.pictures";

    @TempDir
    Path data;

    /**
     * @param from the page to begin with
     * @param first what to press there, as a selector; empty to stay
     * @param shows what the page must say, so that no picture is of another page
     */
    private record Picture(String name, String user, String from, String first, String shows) {}

    private static final List<Picture> PICTURES = List.of(
            new Picture("task-list", "lead", "/tasks", "", "Do before"),
            new Picture("first-day-call", "office", "/calls", "main form button", "Outcome code"),
            new Picture("case", "lead", "/cases", "main table a[href*='/cases/A-']", "Do next"),
            new Picture("near-the-line", "lead", "/reports/near-the-line", "", "Near the line"),
            new Picture("referral", "officer", "/referrals", "table a[href*='/referrals/']", "Efua Mensah"),
            new Picture("notice", "officer", "/ledger", "main table a[href*='/notices/']", "N-2025-0001"),
            new Picture("path-of-a-case", "auditor", "/cases/A-2025-0073/history", "", "The path taken"));

    @Test
    void eachMainPageIsTaken() throws Exception {
        try (OwnApplication own = OwnApplication.keeping(data, List.of())) {
            for (Picture picture : PICTURES) {
                Page page = Browsers.signedIn(own.port(), View.DESK, picture.user());
                page.navigate(picture.from());
                if (!picture.first().isEmpty()) {
                    page.locator(picture.first()).first().click();
                    page.waitForLoadState();
                }
                assertThat(page.locator("main").textContent())
                        .as(picture.name())
                        .contains(picture.shows());
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(System.getProperty(FOLDER), picture.name() + ".png")));
                page.context().close();
            }
        }
    }
}
