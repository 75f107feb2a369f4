package uk.daymark.forms;

import java.util.List;

/** A form file that Daymark cannot show or check as it is written. */
public final class UnusableFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param form its id or its file
     * @param faults all that is wrong, each as a sentence
     */
    UnusableFormException(String form, List<String> faults) {
        super("The form " + form + " cannot be used: " + String.join(" ", faults));
    }
}
