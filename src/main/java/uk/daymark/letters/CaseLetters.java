package uk.daymark.letters;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CasePart;

/** A case's letters, on the case's pages. */
@Component
class CaseLetters implements CasePart {

    private final LetterStore store;

    CaseLetters(LetterStore store) {
        this.store = store;
    }

    @Override
    public List<Line> lines(CaseFile file) {
        return store.ofCase(file.ref().value()).stream()
                .map(letter -> new Line(
                        "Letters",
                        letter.title() + " to " + letter.recipient() + " (" + letter.ref() + "): "
                                + letter.state().title(),
                        // The school's people open a letter of the authority when it has been sent.
                        letter.sender() == Sender.SCHOOL || letter.state().sent()
                                ? Optional.of("/letters/" + letter.ref())
                                : Optional.empty(),
                        Optional.of(letter.fate().at().orElse(letter.proposedAt()))))
                .toList();
    }
}
