package uk.daymark.register.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Cuts text into lines and cells. Holds one cell at a time, and of a long one its beginning only. */
final class Csv implements AutoCloseable {

    /** A cell longer than this is no cell: a quotation mark was opened and not closed. In characters. */
    static final int LONGEST_CELL = 1 << 20;

    /** What is kept of a cell, in characters: more than any column may hold, so that a long one is seen to be too long. */
    static final int KEPT = 4096;

    private final Handler handler;
    private final CsvReader<Line> reader;
    private final CloseableIterator<Line> lines;

    /**
     * @param wanted the columns whose text is asked for; its length is the number of columns
     */
    Csv(Reader text, char separator, boolean[] wanted) {
        handler = new Handler(wanted);
        reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_CELL)
                .build(handler, text);
        lines = reader.iterator();
    }

    /**
     * Goes to the next line that is not blank.
     *
     * @return whether there is one; it is in {@link #line}
     * @throws UnreadableFileException where from here on nobody can tell where a line ends
     */
    boolean next() throws UnreadableFileException {
        try {
            while (lines.hasNext()) {
                if (!lines.next().blank()) {
                    return true;
                }
            }
            return false;
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    Line line() {
        return handler.line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private UnreadableFileException broken(RuntimeException e) {
        long at = Math.max(1, handler.line.number());
        String message = String.valueOf(e.getMessage());
        if (message.contains("buffer")) {
            return new UnreadableFileException(
                    "A cell of line " + at + " is longer than " + LONGEST_CELL
                            + " characters. Most likely a quotation mark is opened there and never closed. Mend the line and send the file again.");
        }
        return new UnreadableFileException("The quotation marks of line " + at
                + " do not match: one is opened and not closed, or text follows a closing one. From there on nobody can tell where a line ends."
                + " Mend the line and send the file again.");
    }

    private static final class Handler extends AbstractBaseCsvCallbackHandler<Line> {

        private final boolean[] wanted;
        private final @Nullable TextCache[] caches;
        private final Line line;

        Handler(boolean[] wanted) {
            this.wanted = wanted;
            this.line = new Line(wanted.length);
            this.caches = new @Nullable TextCache[wanted.length];
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            line.cell(index, filled(buffer, offset, length));
            if (index < wanted.length && wanted[index]) {
                line.text(index, cache(index).text(buffer, offset, Math.min(length, KEPT)));
            }
        }

        @Override
        protected Line buildRecord() {
            return line;
        }

        private TextCache cache(int index) {
            TextCache cache = caches[index];
            if (cache == null) {
                cache = new TextCache();
                caches[index] = cache;
            }
            return cache;
        }

        private static boolean filled(char[] buffer, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (!Cells.isBlank(buffer[i])) {
                    return true;
                }
            }
            return false;
        }
    }
}
