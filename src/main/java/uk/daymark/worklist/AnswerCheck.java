package uk.daymark.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.daymark.access.SignedIn;
import uk.daymark.forms.FormDefinition;
import uk.daymark.forms.Forms;
import uk.daymark.web.Fault;
import uk.daymark.web.InvalidInput;

/** Checks an answer by its form's rules. What no page of ours could have sent is refused like any other fault, and logged. */
final class AnswerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerCheck.class);

    /** As much of a made-up field's name as is logged. */
    private static final int LONGEST_NAME = 40;

    private AnswerCheck() {}

    /**
     * The answer as it is kept.
     *
     * @throws InvalidInput with pointers {@code /fields/key} in the form's order
     */
    static Map<String, Object> checked(Forms forms, FormDefinition form, Map<String, ?> given, SignedIn person) {
        Forms.Checked checked = forms.check(form, given);
        if (!checked.foreign().isEmpty()) {
            LOG.warn(
                    "{} answered the form {} with what it does not offer, which no page sends: {}",
                    person.userName(),
                    form.id(),
                    checked.foreign().stream().map(AnswerCheck::plain).toList());
        }
        List<Fault> faults = new ArrayList<>();
        checked.errors()
                .forEach((key, error) ->
                        faults.add(new Fault("/fields/" + key.replace("~", "~0").replace("/", "~1"), error)));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return checked.fields();
    }

    /** A name that somebody made up, without what could make a second line of it, or a page. */
    private static String plain(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("[^A-Za-z0-9-]", "?");
    }
}
