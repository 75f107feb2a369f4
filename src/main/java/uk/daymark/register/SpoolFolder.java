package uk.daymark.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Where files stand while they are imported, where held files wait, and where lists of rejected rows are kept. */
public class SpoolFolder {

    private static final String RECEIVED = "received-";

    private static final String PREVIEWED = "-previewed.csv";

    private final Path folder;
    private final long mostBytes;

    /** @throws UncheckedIOException where the folder cannot be made */
    SpoolFolder(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        try {
            Files.createDirectories(folder);
            dropLeftBehind();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep imported files in " + folder, e);
        }
    }

    /** Files that were being worked on when the application was last stopped: nobody comes back to them. */
    private void dropLeftBehind() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, RECEIVED + "*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** An empty file to make notes in. The caller deletes it. */
    Path scratch() throws IOException {
        return Files.createTempFile(folder, RECEIVED, ".tmp");
    }

    /**
     * A file as received.
     *
     * @param path where it stands
     * @param bytes how long it is
     * @param hash SHA-256 of its bytes, in hexadecimal
     */
    public record Spooled(Path path, long bytes, String hash) {}

    /**
     * Writes what is sent to a file, whatever its length, without holding it in memory. The caller deletes the file.
     *
     * @throws FileTooLargeException where more comes than an import may have
     * @throws IOException where the sender breaks off or the disk is full
     */
    public Spooled receive(InputStream in) throws IOException {
        Path path = Files.createTempFile(folder, RECEIVED, ".csv");
        try (OutputStream out = Files.newOutputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    throw new FileTooLargeException("The file is larger than " + mostBytes / (1 << 20)
                            + " MB. Nothing was taken from it. Split it, for example by school or by term.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            return new Spooled(path, bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Deletes a file that was received. */
    public void discard(Spooled file) {
        delete(file.path());
    }

    /** Keeps a copy of a file that waits for a person. */
    void hold(String importId, Path file) {
        try {
            Files.copy(file, held(importId), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path held(String importId) {
        return folder.resolve(importId + "-held.csv");
    }

    void dropHeld(String importId) {
        delete(held(importId));
    }

    /** Keeps a received file under the number of its preview. */
    void keepPreviewed(String importId, Path received) {
        try {
            Files.move(received, previewed(importId), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path previewed(String importId) {
        return folder.resolve(importId + PREVIEWED);
    }

    /** When somebody last did something with a preview's file; empty where it is not kept. */
    Optional<Instant> previewedAt(String importId) {
        try {
            return Optional.of(Files.getLastModifiedTime(previewed(importId)).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that somebody does something with a preview's file. */
    void touchPreviewed(String importId, Instant now) {
        try {
            // Daymark's clock and not the machine's says how old a file is: in practice mode they differ.
            Files.setLastModifiedTime(previewed(importId), FileTime.from(now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dropPreviewed(String importId) {
        delete(previewed(importId));
    }

    Path rejects(String importId) {
        return folder.resolve(importId + "-rejects.csv");
    }

    void dropRejects(String importId) {
        delete(rejects(importId));
    }

    /** The list of rejected rows of an import; empty where none was rejected. */
    Optional<Path> rejectsWhereAny(String importId) {
        return Optional.of(rejects(importId)).filter(Files::exists);
    }

    static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
