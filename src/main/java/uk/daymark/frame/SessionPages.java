package uk.daymark.frame;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import uk.daymark.access.Access;
import uk.daymark.access.KeptAnswers;
import uk.daymark.access.SignedIn;
import uk.daymark.web.FieldNames;

/** Staying signed in, and what a person had typed when their session ended. */
@Controller
class SessionPages {

    /** Only this form shows itself again where it is told to change. */
    private static final Pattern PAGE_OF_A_TASK = Pattern.compile("/tasks/[0-9a-f-]{36}(\\?.*)?");

    /** What a form says of the state it was shown in; nobody typed it. */
    private static final String VERSION = "version";

    private final Access access;

    SessionPages(Access access) {
        this.access = access;
    }

    /** Being asked for anything makes the session last anew; the answer says until when, in seconds from now. */
    @GetMapping("/still-here")
    ResponseEntity<String> stillHere(HttpSession session) {
        access.signedIn();
        return ResponseEntity.ok(String.valueOf(session.getMaxInactiveInterval()));
    }

    /** What was typed, with a button that goes on with it. A task's form comes back to be filled in further; another one is sent. */
    @GetMapping("/kept-answers")
    String keptAnswers(HttpSession session, Model model) {
        SignedIn person = access.signedIn();
        Optional<KeptAnswers> kept =
                KeptAnswers.in(session).filter(known -> known.userName().equals(person.userName()));
        if (kept.isEmpty()) {
            return "redirect:/";
        }
        List<KeptAnswers.Field> fields = kept.get().fields();
        boolean ofATask = PAGE_OF_A_TASK.matcher(kept.get().address()).matches();
        model.addAttribute("address", kept.get().address());
        model.addAttribute("fields", fields);
        model.addAttribute(
                "answers",
                fields.stream()
                        .filter(field -> !ofATask || field.name().startsWith(FieldNames.OF_TASKS))
                        .filter(field ->
                                !field.name().equals(VERSION) && !field.text().isBlank())
                        .map(field -> new KeptAnswers.Field(FieldNames.inWords(field.name()), field.text()))
                        .toList());
        model.addAttribute("ofATask", ofATask);
        return "kept-answers";
    }

    @PostMapping("/kept-answers/forget")
    String forget(HttpSession session) {
        access.signedIn();
        KeptAnswers.forget(session);
        return "redirect:/";
    }
}
