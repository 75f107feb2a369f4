package uk.daymark.register.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.daymark.access.Action;
import uk.daymark.register.By;
import uk.daymark.register.DecidedCode;
import uk.daymark.register.DecidedCodes;

/** The codes decided here that somebody has to enter in the school's own register, and the questions about them. */
@Controller
@RequestMapping("/codes-to-enter")
class CodesToEnterPages extends Refusals {

    private static final int PAGE_SIZE = 50;

    private static final String KEEP = "keep";
    private static final String FOLLOW = "follow";

    private final Callers callers;
    private final DecidedCodes decidedCodes;

    CodesToEnterPages(Callers callers, DecidedCodes decidedCodes) {
        this.callers = callers;
        this.decidedCodes = decidedCodes;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") int page) {
        By by = callers.require(Action.DECIDE_CODE);
        List<DecidedCode> waiting = decidedCodes.toBeEntered(by.scope());
        int last = Math.max(1, (waiting.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(Math.max(page, 1), last);
        ModelAndView view = new ModelAndView("register/codes-to-enter");
        view.addObject("howMany", waiting.size());
        view.addObject(
                "codes",
                waiting.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, waiting.size())).stream()
                        .map(CodeLine::of)
                        .toList());
        view.addObject(
                "questions",
                decidedCodes.questions(by.scope()).stream().map(CodeLine::of).toList());
        view.addObject("page", shown);
        view.addObject("lastPage", last);
        return view;
    }

    @GetMapping("/codes-to-enter.csv")
    ResponseEntity<byte[]> csv() {
        By by = callers.require(Action.DECIDE_CODE);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"codes-to-enter.csv\"")
                .body(decidedCodes.toBeEnteredCsv(by.scope()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/questions/{id}")
    ModelAndView question(@PathVariable long id) {
        return question(find(id, callers.require(Action.DECIDE_CODE)), "", "", Map.of());
    }

    @PostMapping("/questions/{id}")
    ModelAndView settle(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after) {
        By by = callers.require(Action.DECIDE_CODE);
        DecidedCode asked = find(id, by);
        Map<String, String> errors = new LinkedHashMap<>();
        if (!List.of(KEEP, FOLLOW).contains(choice)) {
            errors.put("choice", "Choose which code is right");
        }
        Reasons.fault(reason, "Say why this code is right").ifPresent(fault -> errors.put("reason", fault));
        if (!errors.isEmpty()) {
            ModelAndView page = question(asked, choice, reason, errors);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        CodeLine line = CodeLine.of(asked);
        if (choice.equals(KEEP)) {
            decidedCodes.keepDecision(id, by, reason.strip());
            after.addFlashAttribute(
                    "said",
                    "Code " + line.decided() + " stands. It waits again to be entered in the school's register.");
        } else {
            decidedCodes.followRegister(id, by, reason.strip());
            after.addFlashAttribute(
                    "said", "The register's code " + line.inRegister() + " stands. The decision was dropped.");
        }
        return ImportPages.to("/codes-to-enter");
    }

    private DecidedCode find(long id, By by) {
        return decidedCodes.questions(by.scope()).stream()
                .filter(question -> question.id() == id)
                .findFirst()
                .orElseThrow(Refusals::notThere);
    }

    private static ModelAndView question(DecidedCode asked, String choice, String reason, Map<String, String> errors) {
        CodeLine line = CodeLine.of(asked);
        ModelAndView page = new ModelAndView("register/code-question");
        page.addObject("line", line);
        page.addObject("choice", choice);
        page.addObject("reason", reason);
        page.addObject("errors", errors);
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(KEEP, line.decided() + " is right: enter it in the school's register");
        choices.put(FOLLOW, line.inRegister() + " is right: drop what was decided here");
        page.addObject("choices", choices);
        return page;
    }
}
