package uk.daymark.workflow;

import java.util.Map;

/**
 * Starts and moves processes. A process is known by its model and a key: the reference of what it is about, such as a case. Every call
 * joins the caller's transaction.
 *
 * <p>Steps may call it too. What is started within a step is under way when the call that led to the step returns; until then it is neither
 * told nor withdrawn nor seen running.
 *
 * <p>Variables are strings, whole numbers, booleans and {@link java.time.Instant}s, and few: what arrows, timers and tables read.
 */
public interface Processes {

    /** The variable in which a {@link #signal} says, for people, why it ends a task: "illness, by the register of 15 September". */
    String BECAUSE = "because";

    /** The variable that holds the key in every process; a model hands it on to the models it calls. */
    String KEY = "key";

    /**
     * Starts a process.
     *
     * @param model the model's id, which is its file's name
     * @param key what it is about; also the variable {@link #KEY}
     */
    void start(String model, String key, Map<String, Object> variables);

    /**
     * Tells every process of that key that waits for it, called ones included.
     *
     * @param message the message's name in the models
     * @return how many waited; nought changes nothing
     */
    int signal(String message, String key, Map<String, Object> variables);

    /**
     * The same, told only to the processes in which a variable has that text: one of several of the same key.
     *
     * @return how many waited; nought changes nothing
     */
    int signal(String message, String key, String variable, String text, Map<String, Object> variables);

    /** Ends every running process of that model and key, and says why on the tasks that it withdraws. */
    void withdraw(String model, String key, String why);

    /** Whether a process of that model, called ones included, is running for that key. */
    boolean running(String model, String key);

    /** Whether one is running in which a variable has that text. */
    boolean running(String model, String key, String variable, String text);
}
