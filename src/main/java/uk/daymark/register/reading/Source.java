package uk.daymark.register.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file that was found to be text with a header.
 *
 * @param file the bytes
 * @param encoding how they become text
 * @param separator what stands between two cells
 * @param header the first line that is not blank
 */
record Source(Path file, Encoding encoding, char separator, Header header) {

    private static final String NO_TEXT = "The file holds no header. Export it again and send that.";

    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** A header longer than this is none. In characters. */
    private static final int LONGEST_HEADER = 1 << 16;

    /** @throws UnreadableFileException where it is no text, or has no header for this kind of file */
    static Source of(Path file, FileKind kind, boolean schoolIsGiven) throws IOException, UnreadableFileException {
        Encoding encoding = Encoding.of(file);
        First best = first(file, encoding, SEPARATORS[0]);
        long most = Header.recognised(kind, best.names);
        for (int i = 1; i < SEPARATORS.length; i++) {
            First other = first(file, encoding, SEPARATORS[i]);
            long recognised = Header.recognised(kind, other.names);
            if (recognised > most || (recognised == most && other.names.size() > best.names.size())) {
                best = other;
                most = recognised;
            }
        }
        if (best.names.isEmpty()) {
            throw new UnreadableFileException(best.fault);
        }
        Header header = Header.of(kind, best.line, best.names, schoolIsGiven);
        return new Source(file, encoding, best.separator, header);
    }

    /** The lines of the file, the header among them. */
    Csv open(boolean[] wanted) throws IOException {
        return new Csv(encoding.open(file), separator, wanted);
    }

    private static First first(Path file, Encoding encoding, char separator) throws IOException {
        boolean[] wanted = new boolean[Header.MOST_COLUMNS + 1];
        Arrays.fill(wanted, true);
        try (BufferedReader text = encoding.openBuffered(file);
                Csv csv = new Csv(new Beginning(text, LONGEST_HEADER), separator, wanted)) {
            if (!csv.next()) {
                return new First(separator, 0, List.of(), NO_TEXT);
            }
            List<String> names = new ArrayList<>();
            for (int i = 0; i < Math.min(csv.line().count(), wanted.length); i++) {
                names.add(Cells.stripped(csv.line().text(i)));
            }
            while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
                names.remove(names.size() - 1);
            }
            return new First(separator, csv.line().number(), names, NO_TEXT);
        } catch (UnreadableFileException e) {
            return new First(separator, 0, List.of(), String.valueOf(e.getMessage()));
        }
    }

    private record First(char separator, long line, List<String> names, String fault) {}

    /** The beginning of a text, so that a header without an end costs no more than one with. */
    private static final class Beginning extends Reader {

        private final Reader text;
        private int left;

        Beginning(Reader text, int length) {
            this.text = text;
            this.left = length;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = text.read(buffer, offset, Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
