package uk.daymark.register.reading;

import java.nio.charset.StandardCharsets;

/** Files that are no CSV though they may be called so, known by their first bytes. */
final class PackedFile {

    private static final int XLSX_SEARCH = 2048;

    private PackedFile() {}

    /** @throws UnreadableFileException saying what the file is and how to make a CSV file of it */
    static void refuse(byte[] begin) throws UnreadableFileException {
        String text = new String(begin, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            String head = text.substring(0, Math.min(text.length(), XLSX_SEARCH));
            if (head.contains("[Content_Types].xml") || head.contains("xl/") || head.contains("_rels/")) {
                throw excel();
            }
            throw new UnreadableFileException("This is a zip archive. Unpack it and send the CSV file inside.");
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw excel();
        }
        if (text.startsWith("\u001F\u008B")) {
            throw new UnreadableFileException("This is a gzip archive. Unpack it and send the CSV file inside.");
        }
        if (text.startsWith("%PDF-")) {
            throw new UnreadableFileException("This is a PDF document. Export the report as CSV and send that.");
        }
        if (text.startsWith("{\\rtf")) {
            throw new UnreadableFileException(
                    "This is a word processor's document. Export the report as CSV and send that.");
        }
        if (text.startsWith("7z\u00BC\u00AF") || text.startsWith("Rar!\u001A") || text.startsWith("BZh")) {
            throw new UnreadableFileException("This is a packed archive. Unpack it and send the CSV file inside.");
        }
    }

    private static UnreadableFileException excel() {
        return new UnreadableFileException(
                "This is an Excel workbook. Save it as CSV (in Excel: Save as, CSV UTF-8) and send that.");
    }
}
