package uk.daymark.audit.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.audit.Histories;
import uk.daymark.audit.Names;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseRef;
import uk.daymark.cases.Cases;
import uk.daymark.cases.ShownEntries;
import uk.daymark.cases.StageWords;
import uk.daymark.journal.Journal;
import uk.daymark.people.Schools;
import uk.daymark.web.NotFound;

/** Finds the case whose history somebody asks for, if it is theirs to see, and notes that they looked. */
@Component
class HistoryDesk {

    private final Access access;
    private final Cases cases;
    private final Journal journal;
    private final Schools schools;
    private final Histories histories;

    HistoryDesk(Access access, Cases cases, Journal journal, Schools schools, Histories histories) {
        this.histories = histories;
        this.access = access;
        this.cases = cases;
        this.journal = journal;
        this.schools = schools;
    }

    /**
     * A case and who asks for its history.
     *
     * @param names as they are to be shown
     */
    record Asked(SignedIn person, CaseFile file, Names names) {

        String ref() {
            return file.ref().value();
        }
    }

    /** The case, where this person may do that and may know of it. What is somebody else's is as what does not exist. */
    Asked look(Action action, String ref, String what) {
        return look(action, ref, what, "");
    }

    /** The same with names hidden where that is asked for. */
    Asked look(Action action, String ref, String what, String names) {
        SignedIn person = access.require(action);
        if (!CaseRef.fits(ref)) {
            throw notThere();
        }
        CaseFile file = cases.find(new CaseRef(ref), person).orElseThrow(HistoryDesk::notThere);
        journal.looked(ref, what);
        return new Asked(person, file, histories.names(file, names.equals("hidden")));
    }

    /** What every page of a history shows. */
    ModelAndView page(String template, Asked asked, String here) {
        CaseFile file = asked.names().hide() ? withoutNames(asked.file()) : asked.file();
        ModelAndView view = new ModelAndView(template);
        view.addObject("file", file);
        view.addObject("stage", StageWords.of(file.stage()));
        view.addObject("schoolName", schools.find(file.school()).orElseThrow().name());
        view.addObject("names", asked.names());
        view.addObject("namesHidden", asked.names().hide());
        view.addObject("here", "History");
        view.addObject("part", here);
        view.addObject("audits", asked.person().may(Action.AUDIT));
        view.addObject("seesAuthority", ShownEntries.inFull(asked.person()));
        return view;
    }

    private static CaseFile withoutNames(CaseFile file) {
        return new CaseFile(
                file.ref(),
                file.pupil(),
                file.enrolment(),
                file.school(),
                "pupil",
                "The pupil",
                file.stage(),
                file.status(),
                file.openedOn(),
                file.closedOn(),
                file.policy(),
                file.openedWhy(),
                file.version());
    }

    private static NotFound notThere() {
        return new NotFound("There is no such case for your schools.");
    }
}
