package uk.daymark.cases;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import uk.daymark.cases.CaseDocument.FileKind;
import uk.daymark.web.InvalidInput;

/**
 * Looks into a file that somebody wants to keep. What counts is its content, never what its sender calls it. Nothing is unpacked and no
 * picture is drawn.
 */
final class DocumentCheck {

    private static final String TAKEN = "Choose a PDF, PNG, JPEG, Word (DOCX) or plain text file";

    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** The harmless file by which virus scanners are tried, in two parts so that no scanner stops at this class. */
    private static final String TEST_VIRUS =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final Pattern ACTIVE_PDF =
            Pattern.compile("/(JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA)\\b");

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final int HEXADECIMAL = 16;

    private static final int MOST_PARTS = 5000;
    private static final long MOST_OF_A_PART = 1_000_000;

    private final Path file;
    private final DocumentLimits limits;

    private DocumentCheck(Path file, DocumentLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * What sort of file it is.
     *
     * @param name the name its sender gave it
     * @throws InvalidInput pointing to {@code /file} where it cannot be kept
     */
    static FileKind kindOf(Path file, String name, DocumentLimits limits) throws IOException {
        DocumentCheck check = new DocumentCheck(file, limits);
        FileKind kind = check.kind();
        if (!kind.endsSo(name.toLowerCase(Locale.ROOT))) {
            throw refused("The file's name and its content do not agree. " + TAKEN);
        }
        return kind;
    }

    static InvalidInput refused(String message) {
        return new InvalidInput("/file", message);
    }

    private FileKind kind() throws IOException {
        stopKnownVirus();
        byte[] start = start();
        if (start.length == 0) {
            throw refused("The file is empty");
        }
        if (begins(start, PDF)) {
            return pdf();
        }
        if (begins(start, PNG)) {
            return picture(FileKind.PNG);
        }
        if (begins(start, JPEG)) {
            return picture(FileKind.JPEG);
        }
        return begins(start, ZIP) ? word() : text();
    }

    private byte[] start() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(16);
        }
    }

    private FileKind pdf() throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (ACTIVE_PDF.matcher(plainNames(content)).find()) {
            throw refused("This PDF holds scripts, actions or other files. Print it to a new PDF and add that");
        }
        return FileKind.PDF;
    }

    /** Names in a PDF may be written with two hexadecimal digits for any character: {@code /J#61vaScript}. */
    private static String plainNames(String content) {
        return ESCAPED.matcher(content)
                .replaceAll(escaped -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escaped.group(1), HEXADECIMAL))));
    }

    /** Wherever in a file of whatever kind it stands. */
    private void stopKnownVirus() throws IOException {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(TEST_VIRUS)) {
            throw refused("This file was stopped, because virus scanners know it");
        }
    }

    private FileKind picture(FileKind kind) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw refused("This picture cannot be read. " + TAKEN);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > limits.pixels()) {
                    throw refused("This picture is too large. Make it smaller, at most " + limits.pixels() / 1_000_000
                            + " million pixels");
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw refused("This picture cannot be read. " + TAKEN);
        }
        return kind;
    }

    private FileKind word() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS
                    || zip.getEntry("[Content_Types].xml") == null
                    || zip.getEntry("word/document.xml") == null) {
                throw refused(TAKEN);
            }
            for (ZipEntry part : Collections.list(zip.entries())) {
                part(zip, part);
            }
            return FileKind.DOCX;
        } catch (ZipException | EOFException broken) {
            throw refused("This file is broken. " + TAKEN);
        }
    }

    private static void part(ZipFile zip, ZipEntry part) throws IOException {
        String name = part.getName().toLowerCase(Locale.ROOT);
        boolean active = name.contains("vbaproject") || name.contains("/activex/") || name.contains("/embeddings/");
        if (holdsTestVirus(zip, part)) {
            throw refused("This file was stopped, because virus scanners know it");
        }
        boolean fetches = name.endsWith(".rels") && fetchesTemplate(zip, part);
        if (active || fetches) {
            throw refused(
                    "This document holds macros, other files or a template from elsewhere. Save it as a PDF and add that");
        }
    }

    /** The harmless file stands at the beginning of whatever holds it. */
    private static boolean holdsTestVirus(ZipFile zip, ZipEntry part) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            return new String(in.readNBytes(TEST_VIRUS.length()), StandardCharsets.ISO_8859_1).equals(TEST_VIRUS);
        }
    }

    private static boolean fetchesTemplate(ZipFile zip, ZipEntry part) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            byte[] relations = in.readNBytes((int) MOST_OF_A_PART + 1);
            if (relations.length > MOST_OF_A_PART) {
                return true;
            }
            // Each is one tag; only links that a person follows may lead outside.
            return List.of(new String(relations, StandardCharsets.UTF_8).split("<")).stream()
                    .anyMatch(tag -> tag.contains("TargetMode")
                            && tag.contains("External")
                            && !tag.contains("relationships/hyperlink\""));
        }
    }

    private FileKind text() throws IOException {
        String content = decoded().orElseThrow(() -> refused(TAKEN));
        boolean controls = content.chars()
                .anyMatch(character -> character < ' ' && character != '\n' && character != '\r' && character != '\t');
        if (controls) {
            throw refused(TAKEN);
        }
        return FileKind.TEXT;
    }

    private Optional<String> decoded() throws IOException {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length
                && ByteBuffer.wrap(content, 0, with.length).equals(ByteBuffer.wrap(with));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
