package uk.daymark.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder that holds everything Daymark keeps: database file, documents, exports. */
final class DataFolder {

    private static final String WHAT_TO_DO = "Choose a folder that this user may write to with --daymark.data=DIR.";

    private DataFolder() {}

    /**
     * The folder, made where it was missing.
     *
     * @throws CannotStartException where it cannot be made or written
     */
    static Path prepared(String name) {
        try {
            Path folder = Path.of(name).toAbsolutePath().normalize();
            if (folder.toString().contains(";")) {
                throw new CannotStartException(
                        "The data folder " + folder + " has a semicolon in its name, which the database cannot take.",
                        "Choose a folder without one with --daymark.data=DIR.");
            }
            Files.createDirectories(folder);
            // Asking for the permission is not enough: read-only file systems grant it and then refuse.
            Files.delete(Files.createTempFile(folder, "writable", ".tmp"));
            return folder;
        } catch (IOException | InvalidPathException | SecurityException refused) {
            throw new CannotStartException("The data folder " + name + " cannot be written.", WHAT_TO_DO);
        }
    }

    /**
     * The address of the database file. Every commit is on disk when it returns; the file is closed by the application, not by a
     * hook that races with it. What was read of a statement is kept: a case asks more different ones than the database keeps by itself.
     * A fifth of the memory keeps what was read of the file: with the registers of a whole county it is three times what the database
     * takes by itself, and long lists are several times as fast.
     */
    static String databaseUrl(Path folder) {
        long kilobytes = Runtime.getRuntime().maxMemory() / 1024;
        return "jdbc:h2:file:" + folder.resolve("daymark")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256;CACHE_SIZE=" + kilobytes / 5;
    }
}
