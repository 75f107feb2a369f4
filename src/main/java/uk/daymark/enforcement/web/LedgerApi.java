package uk.daymark.enforcement.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.enforcement.ledger.Keeper;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.PartyId;

/** What the ledger knows of a pupil's parents, and who is the same person, for programs. */
@RestController
class LedgerApi {

    private final Access access;
    private final LedgerDesk desk;
    private final LedgerWrites writes;
    private final Persons persons;

    LedgerApi(Access access, LedgerDesk desk, LedgerWrites writes, Persons persons) {
        this.access = access;
        this.desk = desk;
        this.writes = writes;
        this.persons = persons;
    }

    /** A pupil with the parents whom notices went to or may go to. */
    record PupilJson(NoticeJson.Child pupil, List<PersonJson> parents) {}

    /**
     * A parent as one school knows them.
     *
     * @param person empty where the contact does not stand in the ledger yet
     * @param isThisTheSamePerson whom other notices about the pupil went to, with nobody having said: stops an issue
     */
    record PersonJson(
            long contact,
            String name,
            String relationship,
            String schoolUrn,
            Optional<PartyId> person,
            List<NoticeRef> notices,
            List<DoubtJson> isThisTheSamePerson,
            List<LinkJson> links) {}

    record DoubtJson(PartyId person, String name, NoticeRef notice) {}

    record LinkJson(long id, PartyId person, String why, String by, Optional<String> undoneBecause) {}

    @GetMapping("/api/ledger/{urn}/{ref}")
    PupilJson pupil(@PathVariable String urn, @PathVariable String ref) {
        Keeper keeper = desk.keeper(access.require(Action.SEE_LEDGER));
        return json(desk.pupil(urn, ref, keeper.scope()), keeper);
    }

    @PostMapping("/api/ledger/{urn}/{ref}/same-person")
    PupilJson samePerson(@PathVariable String urn, @PathVariable String ref, @RequestBody JsonNode body) {
        Keeper keeper = desk.keeper(access.require(Action.KEEP_LEDGER));
        LedgerDesk.PupilAt pupil = desk.pupilToWriteOf(urn, ref, keeper.scope());
        writes.person(pupil, Sent.body(body), keeper);
        return json(pupil, keeper);
    }

    @PostMapping("/api/ledger/{urn}/{ref}/links/{id}/undo")
    PupilJson undo(
            @PathVariable String urn, @PathVariable String ref, @PathVariable long id, @RequestBody JsonNode body) {
        Keeper keeper = desk.keeper(access.require(Action.KEEP_LEDGER));
        LedgerDesk.PupilAt pupil = desk.pupilToWriteOf(urn, ref, keeper.scope());
        writes.unlink(pupil, id, Sent.body(body), keeper);
        return json(pupil, keeper);
    }

    private PupilJson json(LedgerDesk.PupilAt pupil, Keeper keeper) {
        return new PupilJson(
                NoticeJson.child(pupil),
                persons.of(pupil.id(), keeper.scope()).stream()
                        .map(one -> new PersonJson(
                                one.contact(),
                                one.name(),
                                one.relationship(),
                                one.school().value(),
                                one.person(),
                                one.notices().stream()
                                        .map(file -> file.notice().ref())
                                        .toList(),
                                one.doubts().stream()
                                        .map(doubt -> new DoubtJson(doubt.party(), doubt.knownAs(), doubt.notice()))
                                        .toList(),
                                one.links().stream()
                                        .map(link -> new LinkJson(
                                                link.id(), link.party(), link.why(), link.by(), link.undoneWhy()))
                                        .toList()))
                        .toList());
    }
}
