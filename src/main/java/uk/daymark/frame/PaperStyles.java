package uk.daymark.frame;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;

/**
 * What stands in the margins of every printed sheet: what it is about, as of when, that it is sensitive, and which page of how many it
 * is. A style sheet of its own, because it differs from page to page and no page holds styles.
 */
@Controller
class PaperStyles {

    private static final String SENSITIVE =
            "Sensitive: personal information about children. Keep it safe, then shred it.";

    /** What has a number that may stand on paper and in an address. Names of people may not. */
    private static final Pattern NUMBERED =
            Pattern.compile("/(case|referral|notice|prosecution)s/([A-Z]-[0-9]{4}-[0-9]+)(/.*)?");

    /** Letters go to parents and carry nothing but their own words. */
    private static final Pattern LETTER = Pattern.compile("/letters/(print|L-[0-9-]+)");

    private static final int LONGEST = 60;

    private final Clock clock;
    private final Dates dates;

    PaperStyles(Clock clock, Dates dates) {
        this.clock = clock;
        this.dates = dates;
    }

    /** What a sheet of the page at this address is about; empty text where its margins stay empty. */
    static String about(String path) {
        Matcher numbered = NUMBERED.matcher(path);
        if (numbered.matches()) {
            String kind = numbered.group(1);
            return kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1) + " "
                    + numbered.group(2);
        }
        return LETTER.matcher(path).matches() ? "" : "Daymark";
    }

    /** @param about as {@link #about} says it; whatever else somebody writes here loses all that could end a string */
    @GetMapping(path = "/daymark/paper.css", produces = "text/css;charset=utf-8")
    @ResponseBody
    String margins(@RequestParam(defaultValue = "") String about) {
        String plain = about.replaceAll("[^A-Za-z0-9 -]", "");
        return "@page { margin: 22mm 15mm; }\n"
                + "@page {\n"
                + box("top-left", quoted(plain.substring(0, Math.min(plain.length(), LONGEST))))
                + box(
                        "top-right",
                        quoted("As it stood on " + dates.moment(LocalDateTime.now(clock.withZone(LondonTime.ZONE)))))
                + box("bottom-left", quoted(SENSITIVE))
                + box("bottom-right", "\"Page \" counter(page) \" of \" counter(pages)")
                + "}\n";
    }

    private static String box(String where, String content) {
        return "  @" + where + " { content: " + content
                + "; font: 9pt arial, sans-serif; color: #0b0c0c; white-space: nowrap; }\n";
    }

    private static String quoted(String words) {
        return '"' + words + '"';
    }
}
