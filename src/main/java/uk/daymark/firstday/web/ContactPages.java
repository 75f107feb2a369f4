package uk.daymark.firstday.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.firstday.ContactRounds;
import uk.daymark.journal.Journal;
import uk.daymark.people.Scopes;
import uk.daymark.web.NotFound;

/** Who is still unaccounted for today, and what was tried for each household. */
@Controller
class ContactPages {

    private final Access access;
    private final Scopes scopes;
    private final ContactRounds rounds;
    private final Journal journal;
    private final Clock clock;

    ContactPages(Access access, Scopes scopes, ContactRounds rounds, Journal journal, Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.rounds = rounds;
        this.journal = journal;
        this.clock = clock;
    }

    @GetMapping("/unaccounted")
    ModelAndView unaccounted() {
        SignedIn person = access.require(Action.SEE_UNACCOUNTED);
        ModelAndView page = new ModelAndView("firstday/unaccounted");
        List<ContactRounds.Unaccounted> pupils = rounds.unaccounted(scopes.of(person));
        journal.looked("UNACCOUNTED", "/unaccounted, " + pupils.size() + " pupils");
        page.addObject("pupils", pupils);
        page.addObject("now", LocalDateTime.now(clock));
        return page;
    }

    @GetMapping("/contact-rounds/{ref}")
    ModelAndView round(@PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_UNACCOUNTED);
        ModelAndView page = new ModelAndView("firstday/round");
        page.addObject("round", rounds.find(ref, scopes.of(person)).orElseThrow(ContactPages::notThere));
        journal.looked(ref, "/contact-rounds/" + ref);
        return page;
    }

    @PostMapping("/contact-rounds/{ref}/undo")
    ModelAndView undo(@PathVariable String ref, @RequestParam(defaultValue = "0") long call, RedirectAttributes after) {
        SignedIn person = access.require(Action.UNDO_CALL);
        if (!rounds.undo(ref, call, person, scopes.of(person))) {
            throw notThere();
        }
        after.addFlashAttribute("said", "The call was undone. It is on the task list again.");
        return new ModelAndView("redirect:/contact-rounds/" + ref);
    }

    private static NotFound notThere() {
        return new NotFound(
                "There is no such contact round at your school. Check the address, or start from the list.");
    }
}
