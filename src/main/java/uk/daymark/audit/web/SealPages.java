package uk.daymark.audit.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.journal.Seal;
import uk.daymark.journal.Seals;
import uk.daymark.web.NotFound;

/** The seals over the journal: each night's, to take away and lodge elsewhere. */
@Controller
@RequestMapping("/seals")
class SealPages {

    private static final int SEALS_ON_A_PAGE = 50;
    private static final int LONGEST_PLACE = 500;

    private final Access access;
    private final Seals seals;

    SealPages(Access access, Seals seals) {
        this.access = access;
        this.seals = seals;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "1") String page) {
        SignedIn person = access.require(Action.SEE_SEALS);
        long all = seals.last().map(Seal::number).orElse(0L);
        int last = (int) Math.max(1, (all + SEALS_ON_A_PAGE - 1) / SEALS_ON_A_PAGE);
        int number = Math.min(last, page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1);
        List<Seal> shown = seals.page(number, SEALS_ON_A_PAGE);
        ModelAndView view = new ModelAndView("audit/seals");
        view.addObject("seals", shown);
        view.addObject("total", all);
        view.addObject("page", number);
        view.addObject("last", last);
        view.addObject("mayLodge", person.may(Action.LODGE_SEAL));
        return view;
    }

    @GetMapping("/{number}/seal.txt")
    ResponseEntity<byte[]> file(@PathVariable String number) {
        access.require(Action.SEE_SEALS);
        Seal seal = find(number);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"daymark-seal-" + seal.number() + ".txt\"")
                .body(SealText.of(seal).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{number}/lodge")
    ModelAndView ask(@PathVariable String number) {
        access.require(Action.LODGE_SEAL);
        return form(find(number), "", Map.of());
    }

    @PostMapping("/{number}/lodge")
    ModelAndView lodge(
            @PathVariable String number, @RequestParam(defaultValue = "") String where, RedirectAttributes next) {
        access.require(Action.LODGE_SEAL);
        Seal seal = find(number);
        if (where.isBlank() || where.strip().length() > LONGEST_PLACE) {
            ModelAndView view = form(
                    seal,
                    where,
                    Map.of(
                            "where",
                            where.isBlank()
                                    ? "Say where the seal was lodged"
                                    : "Where it was lodged must be " + LONGEST_PLACE + " characters or fewer"));
            view.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return view;
        }
        seals.lodge(seal.number(), where.strip());
        next.addFlashAttribute("said", "It is recorded where seal " + seal.number() + " was lodged.");
        return new ModelAndView("redirect:/seals");
    }

    private static ModelAndView form(Seal seal, String where, Map<String, String> errors) {
        ModelAndView view = new ModelAndView("audit/lodge");
        view.addObject("seal", seal);
        view.addObject("where", where);
        view.addObject("errors", errors);
        return view;
    }

    private Seal find(String number) {
        return (number.matches("[1-9][0-9]{0,9}") ? seals.find(Long.parseLong(number)) : Optional.<Seal>empty())
                .orElseThrow(() -> new NotFound("There is no such seal."));
    }
}
