package uk.daymark.worklist;

import java.util.List;
import java.util.Optional;
import uk.daymark.access.SignedIn;

/** What a feature has to say at the head of the work list: how much is left of what the day begins with, and what is missing. */
public interface HeadOfList {

    /** What to say to this person just now; empty where there is nothing. */
    Optional<Head> head(SignedIn person);

    /**
     * What is said.
     *
     * @param asOf how old the facts are: "Register as of 9:12am today"
     * @param sentences one after another
     * @param missing what has not arrived, each as a sentence
     * @param start what can be begun from here
     * @param more where more of it stands
     */
    record Head(String asOf, List<String> sentences, List<String> missing, Optional<Way> start, Optional<Way> more) {

        public Head {
            sentences = List.copyOf(sentences);
            missing = List.copyOf(missing);
        }
    }

    /** What is written on a button or a link, and its address. */
    record Way(String words, String address) {}
}
