package uk.daymark.workflow;

import java.util.Optional;

/** The files of models and decision tables as they stood when something was done under them. */
public interface ModelFiles {

    /**
     * The file of a process.
     *
     * @param model the model's id
     * @param version its version tag
     * @param number which of its files, as {@link PathTaken.Taken#number()} says; with 0 the latest of that version tag
     * @return empty where it is not kept any more
     */
    Optional<ModelFile> process(String model, String version, int number);

    /** The same of a decision table, with the number that {@link Decisions.Fired#number()} says. */
    Optional<ModelFile> table(String table, String version, int number);

    /**
     * A file as it was brought in.
     *
     * @param id the model's or table's id
     * @param version its version tag
     * @param number one more with each file of that id
     * @param fileName without folders: {@code prosecution.bpmn}
     * @param text what stands in it
     */
    record ModelFile(String id, String version, int number, String fileName, String text) {}
}
