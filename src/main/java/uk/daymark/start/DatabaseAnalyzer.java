package uk.daymark.start;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the database in the data folder cannot be opened. The numbers are H2's error codes. */
class DatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final int ALREADY_OPEN = 90020;
    private static final int FILE_CORRUPTED = 90030;
    private static final int FILE_OF_ANOTHER_VERSION = 90048;
    private static final int WRONG_USER_OR_PASSWORD = 28000;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return switch (cause.getErrorCode()) {
            case ALREADY_OPEN ->
                new FailureAnalysis(
                        "The database in the data folder is in use.",
                        "Another Daymark is running on this folder: stop it, or give this one another folder with --daymark.data=DIR.",
                        cause);
            case FILE_OF_ANOTHER_VERSION ->
                new FailureAnalysis(
                        "The database in the data folder was written by another version of the database engine.",
                        "Start the version of Daymark that wrote it and export from there, or give an empty folder with --daymark.data=DIR.",
                        cause);
            case FILE_CORRUPTED ->
                new FailureAnalysis(
                        "The database in the data folder is damaged.",
                        "Put back the last copy of the folder, or give an empty folder with --daymark.data=DIR.",
                        cause);
            case WRONG_USER_OR_PASSWORD ->
                new FailureAnalysis(
                        "The database in the data folder does not accept our user name.",
                        "It was not made by Daymark: give another folder with --daymark.data=DIR.",
                        cause);
            default -> null;
        };
    }
}
