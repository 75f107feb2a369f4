package uk.daymark.workflow.engine;

/** Keeps which ways were taken. */
interface PathWriter {

    /**
     * A way was just taken, in the engine's transaction.
     *
     * @param key what the process is about
     * @param model the model's id
     * @param version its version tag
     */
    void took(String key, String model, String version, Arrow arrow);
}
