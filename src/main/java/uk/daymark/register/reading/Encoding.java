package uk.daymark.register.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the bytes of a file become text.
 *
 * @param charset the characters
 * @param mark the number of bytes before the text, where the file begins with a byte order mark
 * @param note what the person should know of it; empty where there is nothing
 */
record Encoding(Charset charset, int mark, String note) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BLOCK = 1 << 16;
    private static final int BEGINNING = 1 << 12;

    /**
     * Finds out how a file is written: as its byte order mark says; without one UTF-8 where it is that throughout, or nearly so;
     * Windows-1252 otherwise.
     *
     * @throws UnreadableFileException where the file is empty or no text
     */
    static Encoding of(Path file) throws IOException, UnreadableFileException {
        byte[] begin = beginning(file);
        PackedFile.refuse(begin);
        if (starts(begin, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3, "");
        }
        if (starts(begin, 0xFF, 0xFE, 0, 0)) {
            throw new UnreadableFileException(
                    "This file is written in UTF-32, which is not read. Save it as CSV UTF-8 and send that.");
        }
        if (starts(begin, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, "");
        }
        if (starts(begin, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, "");
        }
        if (nulls(begin) * 4 >= begin.length) {
            throw new UnreadableFileException("This file is no plain text, or text in UTF-16 that does not say so."
                    + " Save it as CSV UTF-8 and send that.");
        }
        Census census = new Census();
        try (InputStream in = Files.newInputStream(file)) {
            census.read(in);
        }
        return census.verdict();
    }

    /** The text, after the byte order mark. Bytes that are no character come out as U+FFFD. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(mark);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new InputStreamReader(in, charset);
    }

    /** The text, for reading in small pieces. */
    BufferedReader openBuffered(Path file) throws IOException {
        return new BufferedReader(open(file), BEGINNING);
    }

    private static byte[] beginning(Path file) throws IOException, UnreadableFileException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(BEGINNING);
            if (begin.length == 0) {
                throw new UnreadableFileException("The file is empty. Export it again and send that.");
            }
            return begin;
        }
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static int nulls(byte[] bytes) {
        int nulls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                nulls++;
            }
        }
        return nulls;
    }

    /** Counts what is UTF-8 in a file and what is not, by the ranges of Unicode's table 3-7. */
    private static final class Census {

        private static final VarHandle EIGHT =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long HIGH_BITS = 0x8080808080808080L;

        private long characters;
        private long damage;
        private int expected;
        private int lowest;
        private int highest;
        private int begun;
        private boolean continued;

        void read(InputStream in) throws IOException {
            byte[] block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                int i = 0;
                while (i < n) {
                    if (expected == 0) {
                        while (i + 8 <= n && ((long) EIGHT.get(block, i) & HIGH_BITS) == 0) {
                            i += 8;
                        }
                        if (i == n) {
                            break;
                        }
                    }
                    take(block[i++] & 0xFF);
                }
            }
        }

        private void take(int b) {
            if (expected > 0) {
                if (b >= lowest && b <= highest) {
                    lowest = 0x80;
                    highest = 0xBF;
                    continued = true;
                    if (--expected == 0) {
                        characters++;
                    }
                    return;
                }
                damage++;
                expected = 0;
            }
            if (b >= 0x80) {
                lead(b);
            }
        }

        private void lead(int b) {
            begun = b;
            continued = false;
            lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
            if (b >= 0xC2 && b <= 0xDF) {
                expected = 1;
            } else if (b >= 0xE0 && b <= 0xEF) {
                expected = 2;
            } else if (b >= 0xF0 && b <= 0xF4) {
                expected = 3;
            } else {
                damage++;
            }
        }

        Encoding verdict() {
            boolean cut = expected > 0;
            if (damage == 0 && !cut) {
                return new Encoding(StandardCharsets.UTF_8, 0, "");
            }
            // In Windows-1252 a capital accented letter at the very end of a file is all but unknown; a file cut there
            // is not.
            boolean cutOnly = cut && damage == 0 && (characters > 0 || continued || begun <= 0xDE);
            if (cutOnly || (characters > 0 && characters >= damage)) {
                return new Encoding(
                        StandardCharsets.UTF_8,
                        0,
                        "Some bytes of this file are no characters. Lines where they stand are refused. "
                                + (cut ? "The file ends in the middle of a character: it was cut off." : ""));
            }
            return new Encoding(
                    WINDOWS,
                    0,
                    "This file is not in UTF-8; it was read as Windows-1252. Check that accented letters are right.");
        }
    }
}
