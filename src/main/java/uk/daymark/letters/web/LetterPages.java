package uk.daymark.letters.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Journal;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letter.State;
import uk.daymark.letters.LetterNews;
import uk.daymark.letters.LetterReach;
import uk.daymark.letters.Letters;
import uk.daymark.letters.Sender;
import uk.daymark.people.Scopes;
import uk.daymark.time.Dates;
import uk.daymark.time.LondonTime;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** The letters of a school: lists, each as it was written, and printing several. */
@Controller
@RequestMapping("/letters")
class LetterPages {

    private static final int ON_A_PAGE = 50;
    private static final int MOST_AT_ONCE = 100;
    private static final int LAST_PAGE = 1_000_000;
    private static final Set<String> PARAMETERS = Set.of("show", "page");

    private final Access access;
    private final Scopes scopes;
    private final Letters letters;
    private final LetterNews news;
    private final Journal journal;
    private final Dates dates;

    LetterPages(Access access, Scopes scopes, Letters letters, LetterNews news, Journal journal, Dates dates) {
        this.access = access;
        this.scopes = scopes;
        this.letters = letters;
        this.news = news;
        this.journal = journal;
        this.dates = dates;
    }

    /** What a list shows. */
    enum Shown {
        TO_SEND("To be sent", List.of(State.PROPOSED)),
        HELD("Held", List.of(State.HELD)),
        SENT("Sent", List.of(State.POSTED, State.EMAILED)),
        WITHDRAWN("Withdrawn", List.of(State.WITHDRAWN));

        private final String title;
        private final List<State> states;

        Shown(String title, List<State> states) {
            this.title = title;
            this.states = states;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A list with how many there are of it. */
    record Tab(Shown shown, int count, boolean open) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "to-send") String show,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        SignedIn person = access.require(Action.SEE_LETTERS);
        if (!PARAMETERS.containsAll(request.getParameterMap().keySet()) || page < 1 || page > LAST_PAGE) {
            throw new InvalidInput("?page", "A list of letters has the filters show and page, from 1");
        }
        Shown shown = Stream.of(Shown.values())
                .filter(one -> one.word().equals(show))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("?show", "There are to-send, held, sent and withdrawn"));
        LetterReach reach = LetterReach.of(person, scopes.of(person));
        List<Tab> tabs = Stream.of(Shown.values())
                .map(one -> new Tab(one, letters.count(reach, one.states), one == shown))
                .toList();
        int count = tabs.get(shown.ordinal()).count();
        ModelAndView view = new ModelAndView("letters/letters");
        view.addObject("tabs", tabs);
        view.addObject("shown", shown);
        view.addObject("count", count);
        List<Letter> listed = letters.in(reach, shown.states, (page - 1) * ON_A_PAGE, ON_A_PAGE);
        journal.looked("LETTERS", "/letters, " + shown.word() + ", page " + page + ", " + listed.size() + " letters");
        view.addObject("letters", listed);
        view.addObject("page", page);
        view.addObject("last", Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE));
        List<String> printable = listed.stream()
                .filter(letter -> shown == Shown.TO_SEND && sends(person, letter))
                .map(Letter::ref)
                .toList();
        view.addObject("printable", printable);
        view.addObject("mayPrint", !printable.isEmpty());
        view.addObject("mayHold", person.may(Action.HOLD_LETTERS));
        view.addObject("maySet", person.may(Action.SET_LETTERHEAD));
        view.addObject("maySetAuthority", person.may(Action.SET_AUTHORITY_LETTERHEAD));
        return view;
    }

    @GetMapping("/{ref}")
    ModelAndView letter(@PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_LETTERS);
        Letter letter = find(ref, person);
        journal.looked(letter.key(), "Letter " + letter.ref());
        ModelAndView view = new ModelAndView("letters/letter");
        view.addObject("letter", letters.toBeShown(letter, sends(person, letter)));
        Map<String, String> about = about(letter);
        news.last(letter)
                .filter(line -> LetterReach.of(person, scopes.of(person)).readsWords(letter))
                .ifPresent(line -> about.put("Then", then(line)));
        view.addObject("about", about);
        view.addObject("mayPrint", sends(person, letter) && letter.state() == State.PROPOSED);
        view.addObject("mayEnterNews", sends(person, letter) && letter.state().sent());
        return view;
    }

    /** The same words without layout, for those who read or listen better so. */
    @GetMapping("/{ref}/letter.txt")
    ResponseEntity<byte[]> text(@PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_LETTERS);
        Letter letter = find(ref, person);
        journal.looked(letter.key(), "Letter " + letter.ref() + " as text");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + letter.ref() + ".txt\"")
                .body(letters.toBeShown(letter, sends(person, letter)).text().getBytes(StandardCharsets.UTF_8));
    }

    /** Letters one after another, each on a sheet of its own. */
    @GetMapping("/print")
    ModelAndView print(@RequestParam(defaultValue = "") List<String> ref) {
        SignedIn person = access.require(Action.PRINT_LETTERS);
        List<String> refs = ref.stream().distinct().toList();
        if (refs.isEmpty() || refs.size() > MOST_AT_ONCE) {
            throw new InvalidInput("?ref", "Tick the letters to print, at most " + MOST_AT_ONCE + " at a time");
        }
        List<Letter> found = refs.stream().map(one -> find(one, person)).toList();
        List<Letter> toSend = found.stream()
                .filter(letter -> letter.state() == State.PROPOSED && sends(person, letter))
                .toList();
        toSend.forEach(letter -> journal.looked(letter.key(), "Letter " + letter.ref() + " to print"));
        ModelAndView view = new ModelAndView("letters/print");
        view.addObject("letters", toSend);
        view.addObject(
                "notToSend",
                found.stream().filter(letter -> !toSend.contains(letter)).toList());
        return view;
    }

    private static boolean sends(SignedIn person, Letter letter) {
        return person.may(letter.sender() == Sender.SCHOOL ? Action.SEND_LETTERS : Action.SEND_AUTHORITY_LETTERS);
    }

    private Letter find(String ref, SignedIn person) {
        return letters.find(ref, LetterReach.of(person, scopes.of(person)))
                .orElseThrow(() -> new NotFound("There is no such letter at your schools."));
    }

    private Map<String, String> about(Letter letter) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Pupil", letter.pupilName() + " (" + letter.pupilRef() + ")");
        rows.put("To", letter.recipient());
        rows.put("Written", moment(letter.proposedAt()));
        rows.put("State", state(letter));
        letter.fate().by().ifPresent(by -> rows.put("By", by));
        if (!letter.fate().why().isBlank()) {
            rows.put("Why", letter.fate().why());
        }
        if (!letter.figures().isEmpty()) {
            rows.put("Says", letter.figures() + " missed");
        }
        rows.put(
                "Template",
                letter.template() + ", version " + letter.templateVersion().substring(0, 12));
        rows.put("Fingerprint", letter.sha256());
        return rows;
    }

    private String state(Letter letter) {
        return letter.state().title()
                + letter.fate().sentOn().map(day -> " on " + dates.day(day)).orElse("")
                + (letter.fate().how().isEmpty()
                        ? ""
                        : ", " + letter.fate().how().replace('-', ' '))
                + (letter.fate().proof().isEmpty()
                        ? ""
                        : ", proof: " + letter.fate().proof());
    }

    private String then(LetterNews.News line) {
        return line.what().title() + ", on " + dates.day(line.on())
                + (line.note().isEmpty() ? "" : ": " + line.note());
    }

    private String moment(Instant at) {
        return dates.moment(LocalDateTime.ofInstant(at, LondonTime.ZONE));
    }
}
