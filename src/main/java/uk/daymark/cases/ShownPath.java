package uk.daymark.cases;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.daymark.access.People;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.workflow.PathTaken;
import uk.daymark.workflow.PathTaken.Taken;

/** The path of a case as somebody may read it: a school does not read why the authority took something back. */
@Component
public class ShownPath {

    private final CaseKeys keys;
    private final PathTaken path;
    private final People people;

    ShownPath(CaseKeys keys, PathTaken path, People people) {
        this.keys = keys;
        this.path = path;
        this.people = people;
    }

    /** Everything that was taken in the processes of the case that this person may see, oldest first. */
    public List<Taken> of(CaseFile file, SignedIn person) {
        List<Taken> all = path.of(keys.of(file, person).keySet());
        return ShownEntries.inFull(person)
                ? all
                : all.stream()
                        .map(taken -> atTheAuthority(taken.by()) ? withoutReason(taken) : taken)
                        .toList();
    }

    private boolean atTheAuthority(String userName) {
        return people.find(userName)
                .filter(person -> person.role() == Role.OFFICER || person.role() == Role.PANEL)
                .isPresent();
    }

    private static Taken withoutReason(Taken taken) {
        return new Taken(
                taken.at(),
                taken.about(),
                taken.process(),
                taken.version(),
                taken.from(),
                taken.fromName(),
                taken.arrow(),
                taken.arrowName(),
                taken.to(),
                taken.toName(),
                taken.by(),
                taken.number(),
                "",
                taken.entrySubject(),
                taken.entry());
    }
}
