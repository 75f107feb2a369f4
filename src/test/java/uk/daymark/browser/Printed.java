package uk.daymark.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A page as it comes out of the printer. */
final class Printed {

    private static final String NOT_ON_PAPER =
            "() => [...document.querySelectorAll('nav, button, .govuk-button, input, select,"
                    + " textarea, .govuk-back-link, .govuk-skip-link, footer')].filter(one => one.checkVisibility())"
                    + ".map(one => one.outerHTML.slice(0, 120))";

    private static final String TABLES =
            "() => [...document.querySelectorAll('table')].filter(one => one.checkVisibility())"
                    + ".flatMap(table => [...table.querySelectorAll('thead')].filter(head => getComputedStyle(head).display !== "
                    + "'table-header-group').map(() => 'its head is not repeated').concat([...table.querySelectorAll('tbody tr')]"
                    + ".filter(row => getComputedStyle(row).breakInside !== 'avoid').slice(0, 1).map(() => 'its rows may be split'))"
                    + ".map(fault => fault + ': ' + table.outerHTML.slice(0, 100)))";

    private static final String ADDRESSES =
            "() => [...document.querySelectorAll('main a[href]')].filter(one => one.checkVisibility())"
                    + ".filter(one => getComputedStyle(one, '::after').content !== 'none')"
                    + ".map(one => one.outerHTML.slice(0, 120))";

    private Printed() {}

    /**
     * What is wrong with the paper.
     *
     * @param about what has to stand on each sheet; empty text for a letter, which carries nothing but its own words
     */
    static List<String> faults(Page page, String name, String about) {
        List<String> faults = new ArrayList<>();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        each(page, NOT_ON_PAPER, "PR1: on paper: ", faults);
        each(page, TABLES, "PR3: ", faults);
        each(page, ADDRESSES, "PR5: an address is printed: ", faults);
        List<String> sheets = sheets(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        for (int sheet = 1; sheet <= sheets.size(); sheet++) {
            String text = sheets.get(sheet - 1).replaceAll("\\s+", " ");
            List<String> margins = List.of(
                    about,
                    "As it stood on ",
                    "Sensitive: personal information",
                    "Page " + sheet + " of " + sheets.size());
            for (String margin : margins) {
                if (about.isEmpty() == text.contains(margin) && !margin.isEmpty()) {
                    faults.add("PR2: sheet " + sheet + " of " + sheets.size()
                            + (about.isEmpty() ? " must not say " : " does not say ") + margin + ": "
                            + text.substring(0, Math.min(200, text.length())));
                }
            }
            if (text.contains("http:") || text.contains("(/")) {
                faults.add("PR5: an address stands on sheet " + sheet);
            }
        }
        return faults;
    }

    private static void each(Page page, String script, String fault, List<String> faults) {
        for (Object one : (List<?>) page.evaluate(script)) {
            faults.add(fault + one);
        }
    }

    /** The words of each sheet of A4. The file is kept beside the pictures. */
    private static List<String> sheets(Page page, String name) {
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4"));
        try {
            Files.createDirectories(Path.of("target/screenshots"));
            Files.write(Path.of("target/screenshots/" + name + ".pdf"), pdf);
            List<String> sheets = new ArrayList<>();
            try (PDDocument document = Loader.loadPDF(pdf)) {
                for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(sheet);
                    stripper.setEndPage(sheet);
                    sheets.add(stripper.getText(document));
                }
            }
            return sheets;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
