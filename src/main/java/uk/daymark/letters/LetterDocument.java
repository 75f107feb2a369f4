package uk.daymark.letters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import uk.daymark.letters.text.Said;
import uk.daymark.letters.text.TemplateReader;
import uk.daymark.letters.text.Words;
import uk.daymark.measure.AttendanceCode;
import uk.daymark.measure.Half;
import uk.daymark.measure.MarkedSession;
import uk.daymark.time.LondonTime;

/**
 * A letter written out. Nothing that is filled in is ever markup.
 *
 * @param html one article, laid out by {@code /daymark/letter.css}
 * @param text the same as plain text
 */
record LetterDocument(String html, String text) {

    static LetterDocument of(LetterFrame frame, List<Said> said, LocalDate today, Instant now) {
        Page page = new Page();
        page.open("article", "letter");
        page.lines("div", "letter-from", frame.from());
        page.lines("address", "letter-to", frame.to());
        page.line("p", "letter-date", frame.day(today));
        page.line("p", "letter-ref", frame.reference());
        page.line("p", "letter-greeting", frame.greeting());
        page.open("div", "letter-words");
        said.forEach(page::say);
        page.close("div");
        page.lines("div", "letter-signature", frame.signature());
        page.lines("div", "letter-below", frame.below());
        if (frame.about().template().registerExtract()) {
            extract(page, frame, now);
        }
        page.close("article");
        return page.done();
    }

    /** SHA-256 of both forms. */
    String sha256() {
        return TemplateReader.sha256((html + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static void extract(Page page, LetterFrame frame, Instant now) {
        Words words = frame.words();
        LetterFigures figures = frame.about().figures();
        Map<LocalDate, Map<Half, AttendanceCode>> days = new LinkedHashMap<>();
        for (MarkedSession marked : figures.marked()) {
            if (marked.code().statisticalClass().absent() || marked.code() == AttendanceCode.L) {
                days.computeIfAbsent(marked.session().date(), day -> new LinkedHashMap<>());
            }
        }
        for (MarkedSession marked : figures.marked()) {
            Map<Half, AttendanceCode> halves = days.get(marked.session().date());
            if (halves != null) {
                halves.put(marked.session().half(), marked.code());
            }
        }
        page.open("section", "letter-extract");
        page.line("h2", "", words.say("extract.title"));
        ZonedDateTime moment = now.atZone(LondonTime.ZONE);
        page.line(
                "p",
                "",
                words.say(
                        "extract.about",
                        "since",
                        frame.day(figures.since()),
                        "until",
                        frame.day(figures.until()),
                        "moment",
                        frame.dates().moment(moment.toLocalDateTime())));
        page.open("table", "");
        page.caption(words.say("extract.title"));
        page.row(
                "th scope=\"col\"",
                List.of(words.say("extract.date"), words.say("extract.morning"), words.say("extract.afternoon")));
        days.forEach((day, halves) -> page.row(
                "td",
                List.of(frame.dates().weekday(day), meaning(words, halves, Half.AM), meaning(words, halves, Half.PM))));
        page.close("table");
        page.close("section");
    }

    private static String meaning(Words words, Map<Half, AttendanceCode> halves, Half half) {
        AttendanceCode code = halves.get(half);
        if (code == null) {
            return "";
        }
        return code.statisticalClass().attending() && code != AttendanceCode.L
                ? words.say("extract.present")
                : code.token() + ": "
                        + words.say(words.has("code." + code.token()) ? "code." + code.token() : "code.other");
    }

    /** Both forms, as they grow. */
    private static final class Page {

        private final StringBuilder html = new StringBuilder();
        private final StringBuilder text = new StringBuilder();

        void open(String element, String name) {
            html.append('<').append(element).append(named(name)).append(">\n");
        }

        void close(String element) {
            html.append("</").append(element).append(">\n");
        }

        void line(String element, String name, String words) {
            html.append('<')
                    .append(element)
                    .append(named(name))
                    .append('>')
                    .append(HtmlUtils.htmlEscape(words, "UTF-8"))
                    .append("</")
                    .append(element)
                    .append(">\n");
            text.append(words).append("\n\n");
        }

        /** What a table is about, for who hears the page: the heading above it says the same to who sees it. */
        void caption(String words) {
            html.append("<caption class=\"govuk-visually-hidden\">")
                    .append(HtmlUtils.htmlEscape(words, "UTF-8"))
                    .append("</caption>\n");
        }

        void lines(String element, String name, List<String> lines) {
            open(element, name);
            lines.forEach(line -> {
                html.append("<p>").append(HtmlUtils.htmlEscape(line, "UTF-8")).append("</p>\n");
                text.append(line).append('\n');
            });
            close(element);
            text.append('\n');
        }

        void say(Said said) {
            switch (said.kind()) {
                case HEADING -> line("h2", "", said.lines().get(0));
                case PARAGRAPH -> line("p", "", said.lines().get(0));
                case BULLETS -> {
                    html.append("<ul>\n");
                    said.lines().forEach(line -> {
                        html.append("<li>")
                                .append(HtmlUtils.htmlEscape(line, "UTF-8"))
                                .append("</li>\n");
                        text.append("- ").append(line).append('\n');
                    });
                    html.append("</ul>\n");
                    text.append('\n');
                }
            }
        }

        void row(String cell, List<String> cells) {
            html.append("<tr>");
            cells.forEach(words -> html.append('<')
                    .append(cell)
                    .append('>')
                    .append(HtmlUtils.htmlEscape(words, "UTF-8"))
                    .append("</")
                    .append(cell, 0, 2)
                    .append('>'));
            html.append("</tr>\n");
            text.append(String.join(" | ", cells)).append('\n');
        }

        LetterDocument done() {
            return new LetterDocument(html.toString(), text.toString().strip() + "\n");
        }

        private static String named(String name) {
            return name.isEmpty() ? "" : " class=\"" + name + "\"";
        }
    }
}
