package uk.daymark.letters.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Journal;
import uk.daymark.letters.Letter;
import uk.daymark.letters.LetterNews;
import uk.daymark.letters.LetterNews.What;
import uk.daymark.letters.LetterReach;
import uk.daymark.letters.Letters;
import uk.daymark.letters.Sender;
import uk.daymark.measure.RegisterDates;
import uk.daymark.people.Scopes;
import uk.daymark.time.TypedDay;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** Entering what became of a letter that was sent. Each side does it for the letters that it sends. */
@Controller
@RequestMapping("/letters/{ref}/news")
class LetterNewsPages {

    private final Access access;
    private final Scopes scopes;
    private final Letters letters;
    private final LetterNews news;
    private final Journal journal;

    LetterNewsPages(Access access, Scopes scopes, Letters letters, LetterNews news, Journal journal) {
        this.access = access;
        this.scopes = scopes;
        this.letters = letters;
        this.news = news;
        this.journal = journal;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String ref) {
        Letter letter = find(ref, access.require(Action.PRINT_LETTERS));
        journal.looked(letter.key(), "Letter " + letter.ref() + ", what became of it");
        return page(letter, Map.of(), Map.of());
    }

    @PostMapping
    ModelAndView enter(
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes after) {
        Letter letter = find(ref, access.require(Action.PRINT_LETTERS));
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<What> chosen =
                Stream.of(What.values()).filter(one -> word(one).equals(what)).findFirst();
        if (chosen.isEmpty()) {
            errors.put("what", "Choose what became of the letter");
        }
        Optional<LocalDate> day = day(on);
        if (day.isEmpty()) {
            errors.put("on", "Enter the day, " + TypedDay.LIKE);
        }
        if (chosen.isPresent() && day.isPresent()) {
            try {
                news.enter(letter, chosen.get(), day.get(), note.strip());
            } catch (InvalidInput invalid) {
                invalid.faults().forEach(fault -> errors.put(fault.pointer().substring(1), fault.message()));
            }
        }
        if (!errors.isEmpty()) {
            ModelAndView page = page(letter, Map.of("what", what, "on", on, "note", note), errors);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        after.addFlashAttribute("said", "It is entered what became of letter " + letter.ref() + ".");
        return new ModelAndView("redirect:/letters/" + letter.ref());
    }

    private ModelAndView page(Letter letter, Map<String, String> typed, Map<String, String> errors) {
        ModelAndView page = new ModelAndView("letters/news");
        Map<String, String> choices = new LinkedHashMap<>();
        boolean before = news.last(letter).isPresent();
        Stream.of(What.values())
                .filter(one -> before || one != What.NEITHER)
                .forEach(one -> choices.put(word(one), one.title()));
        page.addObject("letter", letter);
        page.addObject("choices", choices);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    /** A letter that was sent by the person's side. */
    private Letter find(String ref, SignedIn person) {
        return letters.find(ref, LetterReach.of(person, scopes.of(person)))
                .filter(letter -> letter.state().sent())
                .filter(letter -> person.may(
                        letter.sender() == Sender.SCHOOL ? Action.SEND_LETTERS : Action.SEND_AUTHORITY_LETTERS))
                .orElseThrow(() -> new NotFound("There is no such letter that you sent."));
    }

    private static String word(What what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<LocalDate> day(String typed) {
        return TypedDay.read(typed).filter(RegisterDates::plausible);
    }
}
