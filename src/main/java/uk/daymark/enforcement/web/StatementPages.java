package uk.daymark.enforcement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.access.SignedIn;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.journal.Journal;
import uk.daymark.letters.AuthorityLetterheads;
import uk.daymark.letters.PostalAddress;
import uk.daymark.people.ContactId;
import uk.daymark.people.Contacts;
import uk.daymark.people.PupilId;
import uk.daymark.people.Scope;
import uk.daymark.time.Dates;
import uk.daymark.web.NotFound;

/**
 * Every notice of a family, for the officer; and one parent's own statement, to be printed, with nothing of the other parent: no
 * notice, no address, no payment, not even the name.
 */
@Controller
class StatementPages {

    private final Access access;
    private final LedgerDesk desk;
    private final Ledger ledger;
    private final Parties parties;
    private final Contacts contacts;
    private final AuthorityLetterheads letterheads;
    private final Journal journal;
    private final Dates dates;
    private final Clock clock;

    StatementPages(
            Access access,
            LedgerDesk desk,
            Ledger ledger,
            Parties parties,
            Contacts contacts,
            AuthorityLetterheads letterheads,
            Journal journal,
            Dates dates,
            Clock clock) {
        this.access = access;
        this.desk = desk;
        this.ledger = ledger;
        this.parties = parties;
        this.contacts = contacts;
        this.letterheads = letterheads;
        this.journal = journal;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * One parent.
     *
     * @param person the smallest number under which the parent stands in the ledger
     * @param address the parent's own, as the child's school gave it; empty where none is known to which a letter may go
     * @param due what would clear all of the notices today; empty text where nothing is to be paid
     */
    record Parent(long person, String name, List<String> address, String due, List<StatementLine> lines) {}

    @GetMapping("/families/{urn}/{ref}/statement")
    ModelAndView family(@PathVariable String urn, @PathVariable String ref) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        Scope scope = desk.keeper(person).scope();
        LedgerDesk.PupilAt pupil = desk.pupil(urn, ref, scope);
        ModelAndView view = new ModelAndView("ledger/family");
        view.addObject("pupil", pupil);
        view.addObject("children", children(pupil, scope));
        List<Parent> parents = parents(pupil, scope);
        view.addObject("parents", parents);
        view.addObject("today", dates.day(LocalDate.now(clock)));
        journal.looked("LEDGER", "/families/" + urn + "/" + ref + "/statement");
        parents.stream()
                .flatMap(one -> one.lines().stream())
                .forEach(line -> journal.looked(line.notice().ref(), "Statement of the family"));
        return view;
    }

    @GetMapping("/families/{urn}/{ref}/statement/{id}")
    ModelAndView parent(@PathVariable String urn, @PathVariable String ref, @PathVariable long id) {
        SignedIn person = access.require(Action.SEE_LEDGER);
        Scope scope = desk.keeper(person).scope();
        LedgerDesk.PupilAt pupil = desk.pupil(urn, ref, scope);
        Parent parent = parents(pupil, scope).stream()
                .filter(one -> one.person() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("There is nothing of this address in the ledger."));
        ModelAndView view = new ModelAndView("ledger/statement");
        view.addObject("parent", parent);
        view.addObject("from", letterheads.of(pupil.school().authority()));
        view.addObject("pupil", pupil);
        view.addObject("today", dates.day(LocalDate.now(clock)));
        parent.lines().forEach(line -> journal.looked(line.notice().ref(), "Statement of one parent"));
        return view;
    }

    private List<String> children(LedgerDesk.PupilAt pupil, Scope scope) {
        return ledger.family(pupil.id()).stream()
                .flatMap(child -> desk.pupil(child, scope).stream())
                .map(child -> child.name() + " (" + child.ref() + "), "
                        + child.school().name())
                .toList();
    }

    private List<Parent> parents(LedgerDesk.PupilAt pupil, Scope scope) {
        List<PupilId> children = ledger.family(pupil.id());
        List<NoticeFile> seen = ledger.about(children, scope).stream()
                .sorted(Comparator.comparing((NoticeFile file) -> file.notice().issuedOn()))
                .toList();
        Map<Long, List<NoticeFile>> byParent = new LinkedHashMap<>();
        Map<Long, Set<PartyId>> people = new LinkedHashMap<>();
        for (NoticeFile file : seen) {
            Set<PartyId> same = parties.same(file.notice().party());
            long first = same.stream().mapToLong(PartyId::number).min().orElseThrow();
            people.put(first, same);
            byParent.computeIfAbsent(first, number -> new ArrayList<>()).add(file);
        }
        List<Parent> parents = new ArrayList<>();
        byParent.forEach((number, files) -> parents.add(new Parent(
                number,
                files.get(files.size() - 1).notice().parentName(),
                address(people.getOrDefault(number, new TreeSet<>()), pupil, children, scope),
                StatementLine.due(files),
                StatementLine.of(files, desk, dates, LocalDate.now(clock)))));
        return parents;
    }

    /**
     * The address that the school gave which has the child now, where a letter may go to it; else the one that the schools of the other
     * children gave, where they agree. A former school's is never used: somebody else may live there.
     */
    private List<String> address(Set<PartyId> person, LedgerDesk.PupilAt pupil, List<PupilId> children, Scope scope) {
        List<String> own = addresses(person, pupil.id(), scope).findFirst().orElse(List.of());
        if (!own.isEmpty()) {
            return own;
        }
        List<List<String>> others = children.stream()
                .flatMap(child -> addresses(person, child, scope))
                .distinct()
                .toList();
        return others.size() == 1 ? others.get(0) : List.of();
    }

    private Stream<List<String>> addresses(Set<PartyId> person, PupilId child, Scope scope) {
        return desk.pupil(child, scope).stream()
                .flatMap(at -> contacts.of(child).stream()
                        .filter(one -> one.contact().school().equals(at.school().urn())))
                .filter(one -> standsAs(one.contact().id(), person))
                .filter(one -> PostalAddress.whyNot(one).isEmpty())
                .map(one -> one.contact().details())
                .map(details -> Stream.of(details.address1(), details.address2(), details.town(), details.postcode())
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    private boolean standsAs(ContactId contact, Set<PartyId> person) {
        return parties.of(contact).filter(person::contains).isPresent();
    }
}
