package uk.daymark.workflow.engine;

/** Keeps which ways were taken. */
interface PathWriter {

    /** A way was just taken there, in the engine's transaction. */
    void took(At at, Arrow arrow);

    /**
     * Where something was taken.
     *
     * @param key what the process is about
     * @param model the model's id
     * @param version its version tag
     * @param number which of the model's files it is
     */
    record At(String key, String model, String version, int number) {}
}
