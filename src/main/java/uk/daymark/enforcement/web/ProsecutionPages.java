package uk.daymark.enforcement.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.cases.CaseDocument;
import uk.daymark.cases.Support;
import uk.daymark.enforcement.court.Prosecution;
import uk.daymark.enforcement.court.ProsecutionFile;
import uk.daymark.enforcement.court.ProsecutionFiles;
import uk.daymark.enforcement.referral.ParentKey;
import uk.daymark.letters.Letter;
import uk.daymark.people.Contacts;
import uk.daymark.time.Dates;
import uk.daymark.web.NotFound;

/** The file of a prosecution of one parent: its clocks, its checklist, and all that it rests on. */
@Controller
class ProsecutionPages {

    private final ReferralDesk desk;
    private final ProsecutionFiles files;
    private final ProsecutionFacts facts;
    private final NoticeTasks tasks;
    private final Support support;
    private final Contacts contacts;
    private final Dates dates;

    ProsecutionPages(
            ReferralDesk desk,
            ProsecutionFiles files,
            ProsecutionFacts facts,
            NoticeTasks tasks,
            Support support,
            Contacts contacts,
            Dates dates) {
        this.desk = desk;
        this.files = files;
        this.facts = facts;
        this.tasks = tasks;
        this.support = support;
        this.contacts = contacts;
        this.dates = dates;
    }

    /** A line of the checklist. */
    record Evidence(String item, String found, String colour, String note) {}

    /** Something that happened, was offered or was sent. */
    record Line(String when, String what, String more, String link) {}

    @GetMapping("/prosecutions/{ref}/{number}")
    ModelAndView file(@PathVariable String ref, @PathVariable String number) {
        ReferralDesk.Asked asked = desk.look(ref, "The file of the prosecution of parent " + number);
        ProsecutionFile file = ParentKey.of(ref + "/" + number)
                .flatMap(files::of)
                .orElseThrow(() -> new NotFound("There is no prosecution of this parent."));
        Prosecution prosecution = file.prosecution();
        ModelAndView view = new ModelAndView("prosecutions/file");
        view.addObject("file", asked.file());
        view.addObject("schoolName", desk.school(asked.file().school()));
        view.addObject("parent", file.parent().parent());
        view.addObject(
                "addressWithheld",
                contacts.addressWithheld(file.parent().parent().contact()));
        view.addObject("tier", prosecution.tier().title());
        view.addObject("standing", prosecution.standing().title());
        view.addObject("today", dates.day(facts.today()));
        view.addObject("nearly", facts.nearly(file));
        view.addObject("clocks", facts.clocks(file));
        view.addObject("steps", facts.steps(prosecution));
        view.addObject("sessions", prosecution.sessions());
        view.addObject(
                "evidence",
                prosecution.evidence().stream()
                        .map(line -> new Evidence(
                                line.item().title(),
                                line.found().title(),
                                switch (line.found()) {
                                    case THERE -> "green";
                                    case MISSING -> "red";
                                    case NOT_NEEDED -> "grey";
                                },
                                line.note()))
                        .toList());
        view.addObject(
                "chronology",
                file.chronology().stream()
                        .map(one -> new Line(
                                dates.moment(one.at()),
                                one.entry().what(),
                                one.entry().why(),
                                ""))
                        .toList());
        view.addObject("letters", file.letters().stream().map(this::line).toList());
        view.addObject(
                "support",
                file.support().stream()
                        .map(one -> new Line(dates.moment(one.at()), support.words(one.details()), one.why(), ""))
                        .toList());
        view.addObject(
                "exhibits",
                file.exhibits().stream().map(one -> exhibit(one, ref)).toList());
        view.addObject(
                "todo", tasks.of(file.parent().parent().key(), asked.person(), "/prosecutions/" + ref + "/" + number));
        return view;
    }

    private Line line(Letter letter) {
        String proof = letter.fate().proof().isBlank()
                ? ""
                : ", proof: " + letter.fate().proof();
        return new Line(
                letter.fate().sentOn().map(dates::day).orElse("Not sent"),
                letter.title() + " to " + letter.recipient() + (letter.legalWarning() ? " (warns of the law)" : ""),
                letter.fate().state().title()
                        + (letter.fate().how().isBlank()
                                ? ""
                                : ", " + letter.fate().how().replace('-', ' '))
                        + proof,
                "");
    }

    private Line exhibit(CaseDocument document, String ref) {
        return new Line(
                dates.moment(document.at()),
                document.name(),
                document.about().title() + (document.note().isBlank() ? "" : ": " + document.note()),
                "/cases/" + ref + "/documents/" + document.id());
    }
}
