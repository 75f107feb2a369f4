package uk.daymark.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import uk.daymark.browser.Browsers.View;

/** What a browser was answered and what its console said, kept while a page is open. */
final class Watched {

    private static final Map<Page, Watched> ALL = Collections.synchronizedMap(new WeakHashMap<>());

    private final boolean scripts;
    private final List<String> faults = new ArrayList<>();
    private String template = "";
    private Map<String, String> headers = Map.of();

    private Watched(View view) {
        this.scripts = view.scripts();
    }

    /** Begins to watch. */
    static void watch(Page page, View view) {
        Watched watched = new Watched(view);
        ALL.put(page, watched);
        page.onResponse(response -> watched.answered(page, response));
        page.onConsoleMessage(watched::said);
        page.onPageError(error -> watched.faults.add("NJ5: " + error));
    }

    static Watched of(Page page) {
        return ALL.get(page);
    }

    /** The template of the page that is open; empty text where it was made otherwise. */
    String template() {
        return template;
    }

    /** What was wrong with the answers and in the console since this was last asked. */
    List<String> faults() {
        List<String> since = new ArrayList<>(faults);
        faults.clear();
        return since;
    }

    /** What is wrong with the headers of the page that is open. */
    List<String> headerFaults() {
        List<String> wrong = new ArrayList<>();
        String policy = headers.getOrDefault("content-security-policy", "");
        if (!policy.contains("default-src") || policy.contains("unsafe")) {
            wrong.add("SE1: content security policy " + policy);
        }
        if (!policy.contains("frame-ancestors 'none'")
                && !headers.getOrDefault("x-frame-options", "").equals("DENY")) {
            wrong.add("SE1: the page may be framed");
        }
        if (!headers.getOrDefault("cache-control", "").contains("no-store")) {
            wrong.add("SE1: the page may be kept");
        }
        for (String header : List.of("referrer-policy", "x-content-type-options")) {
            if (!headers.containsKey(header)) {
                wrong.add("SE1: no " + header);
            }
        }
        return wrong;
    }

    private void answered(Page page, Response response) {
        if (!response.request().isNavigationRequest()
                || response.frame() != page.mainFrame()
                || response.status() / 100 == 3) {
            return;
        }
        headers = response.headers();
        template = headers.getOrDefault("x-daymark-template", "");
    }

    private void said(ConsoleMessage message) {
        boolean error = message.type().equals("error") || message.type().equals("warning");
        // The browser says of every refusal that it was one, and of every script that never came that it did not.
        boolean ofAnAnswer = message.text().startsWith("Failed to load resource");
        boolean expected = ofAnAnswer
                && (message.text().contains("the server responded with a status of 4")
                        || message.text().contains("the server responded with a status of 5")
                        || !scripts);
        if (error && !(expected && (!message.location().contains("/daymark/") || !scripts))) {
            faults.add("NJ5: " + message.text());
        }
    }
}
