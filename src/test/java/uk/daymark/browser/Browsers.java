package uk.daymark.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;

/** One Chromium for all browser tests of a run: the system's own, nothing is fetched. */
public final class Browsers {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("DAYMARK_CHROMIUM", "/usr/bin/chromium"));

    private static final Playwright PLAYWRIGHT = Playwright.create();

    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
    }

    private Browsers() {}

    /** How a page is looked at. */
    public enum View {
        DESK(1280, true),
        DESK_WITHOUT_SCRIPTS(1280, false),
        NARROW(320, true),
        NARROW_WITHOUT_SCRIPTS(320, false);

        private final int width;
        private final boolean scripts;

        View(int width, boolean scripts) {
            this.width = width;
            this.scripts = scripts;
        }

        boolean scripts() {
            return scripts;
        }
    }

    /** A new person at the browser, with no cookies. Close its context when done. */
    public static Page open(int port, View view) {
        BrowserContext context = BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(view.width, 800));
        if (!view.scripts) {
            // Axe is a script itself and cannot run where the browser runs none; ours never arrive, and there are no
            // inline ones.
            context.route("**/*.js", Route::abort);
        }
        Page page = context.newPage();
        Watched.watch(page, view);
        return page;
    }

    /** A browser that runs no script whatever. */
    static Page openWithoutAnyScript(int port) {
        return BROWSER.newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setJavaScriptEnabled(false))
                .newPage();
    }

    /** Signs in as one of the practice users, as a person does. */
    public static Page signedIn(int port, View view, String user) {
        return signIn(open(port, view), user);
    }

    static Page signIn(Page page, String user) {
        page.navigate("/sign-in");
        return signInHere(page, user);
    }

    /** Signs in on the sign-in page that is open. */
    static Page signInHere(Page page, String user) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill("practice");
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        return page;
    }
}
