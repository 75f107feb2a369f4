package uk.daymark.start;

/** Daymark cannot start, for a reason that the person who starts it can mend. Shown without a trace. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    /**
     * @param reason why, in one sentence
     * @param whatToDo what to do about it, in one sentence
     */
    public CannotStartException(String reason, String whatToDo) {
        super(reason);
        this.whatToDo = whatToDo;
    }

    /** What to do about it, in one sentence. */
    public String whatToDo() {
        return whatToDo;
    }
}
