package uk.daymark.enforcement.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.daymark.cases.LeaveOfCase;
import uk.daymark.enforcement.check.ParentGates;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.UsedBy;
import uk.daymark.enforcement.referral.Referral.Result;
import uk.daymark.enforcement.referral.ReferredCase.Named;
import uk.daymark.letters.Letter;
import uk.daymark.letters.Letters;
import uk.daymark.letters.PostalAddress;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;
import uk.daymark.people.Contacts;
import uk.daymark.time.Dates;

/** The checks that are about one parent: whether the parent has the duty, can be written to, was warned, and what was used before. */
@Component
class ParentChecks {

    private static final String BY_POST =
            "Cambridgeshire letter guidance (CAMBS-LET): one letter for each parent, by post";
    private static final String USED_ONCE =
            "Education Act 1996, section 444A: payment discharges liability for the same offence";
    /** What ParentGates looks at, each with what is said where nothing is wrong. */
    private static final Map<String, String> KEPT = Map.of(
            "NOT_A_PARENT_OF_THIS_CHILD",
            "The school names this person as a parent of the child, or as living with the child.",
            "NO_REASON_FOR_LIABILITY",
            "It was said why this parent is liable.",
            "NOT_TO_BE_CONTACTED",
            "Nothing forbids to write to this parent about the child.",
            "NO_ADDRESS_FOR_POST",
            "This parent has an address to post to.",
            "IS_THIS_THE_SAME_PERSON",
            "It is settled which earlier notices were to this parent.");

    private static final String LIABLE = "leave.liable_parent";

    private static final List<String> ORDER = List.of(
            "NOT_A_PARENT_OF_THIS_CHILD",
            "NO_REASON_FOR_LIABILITY",
            "NOT_TO_BE_CONTACTED",
            "NO_ADDRESS_FOR_POST",
            "IS_THIS_THE_SAME_PERSON");

    private final Contacts contacts;
    private final Parties parties;
    private final Ledger ledger;
    private final Letters letters;
    private final LeaveWarnings leaveWarnings;
    private final LeaveOfCase leave;
    private final Dates dates;

    ParentChecks(
            Contacts contacts,
            Parties parties,
            Ledger ledger,
            Letters letters,
            LeaveWarnings leaveWarnings,
            LeaveOfCase leave,
            Dates dates) {
        this.contacts = contacts;
        this.parties = parties;
        this.ledger = ledger;
        this.letters = letters;
        this.leaveWarnings = leaveWarnings;
        this.leave = leave;
        this.dates = dates;
    }

    List<Found> of(ReferredCase referred) {
        List<Found> all = new ArrayList<>();
        if (referred.parents().isEmpty()) {
            all.add(Found.of(
                    "NO_PARENT_NAMED",
                    Result.COULD_NOT_BE_CHECKED,
                    "No parent has been named yet. Each is looked at when the referral is submitted.",
                    ParentGates.PER_PARENT));
        }
        referred.parents()
                .forEach(parent -> of(referred, parent).forEach(found -> all.add(found.about(parent.number()))));
        return all;
    }

    private List<Found> of(ReferredCase referred, Named parent) {
        Optional<Contacts.OfPupil> known = contacts.of(referred.file().pupil()).stream()
                .filter(one -> one.contact().id().equals(parent.contact()))
                .findFirst();
        List<Found> all = new ArrayList<>();
        Map<String, Found> failed = new HashMap<>();
        ParentGates.failed(facts(referred, parent, known))
                .forEach(rule -> failed.put(rule.code(), Found.of(rule, Result.NOT_MET)));
        for (String code : ORDER) {
            all.add(Optional.ofNullable(failed.get(code))
                    .orElseGet(() -> Found.of(code, Result.MET, KEPT.getOrDefault(code, ""), ParentGates.PER_PARENT)));
        }
        if (referred.route() == Route.LEAVE) {
            namedForTheLeave(referred, parent).ifPresent(all::add);
        }
        all.add(warned(referred, parent));
        all.add(used(referred, parent));
        return all;
    }

    private ParentGates.Facts facts(ReferredCase referred, Named parent, Optional<Contacts.OfPupil> known) {
        return new ParentGates.Facts(
                known.filter(one -> one.link().parentalResponsibility()
                                || one.link().livesWith())
                        .isPresent(),
                known.filter(one -> !one.link().doNotContact()).isPresent(),
                known.map(PostalAddress::whyNot).orElse(Optional.of("the school names no such contact any more")),
                known.map(one -> parties.doubts(one.contact(), referred.file().pupil()).stream()
                                .map(doubt -> doubt.notice().value())
                                .toList())
                        .orElse(List.of()),
                parent.because());
    }

    /** Whether the policy's rule named this parent when the leave was handed over; empty where none of these days was. */
    private Optional<Found> namedForTheLeave(ReferredCase referred, Named parent) {
        List<LeaveOfCase.HandedOver> handed = leave.of(referred.file().ref()).stream()
                .filter(one -> one.days().overlaps(referred.period()))
                .toList();
        if (handed.isEmpty()) {
            return Optional.empty();
        }
        LocalDate on = referred.period().to();
        String rule = referred.policy().text(LIABLE, on).orElse("The policy names no rule");
        String source =
                referred.policy().entry(LIABLE, on).map(entry -> entry.source()).orElse(ParentGates.PER_PARENT);
        boolean named = handed.stream()
                .flatMap(one -> one.liable().stream())
                .anyMatch(liable -> liable.contact().equals(parent.contact()));
        return Optional.of(
                named
                        ? Found.of(
                                "NOT_NAMED_FOR_THE_LEAVE",
                                Result.MET,
                                "The rule named this parent when the leave was handed over: " + rule + ".",
                                source)
                        : Found.of(
                                "NOT_NAMED_FOR_THE_LEAVE",
                                Result.NOT_MET,
                                "The rule did not name this parent when the leave was handed over: " + rule + ".",
                                source));
    }

    private Found warned(ReferredCase referred, Named parent) {
        List<Letter> sent = referred.route() == Route.LEAVE
                ? leaveWarnings.sentTo(referred.file().ref(), parent.contact())
                : letters.of(referred.file().ref().value()).stream()
                        .filter(letter -> letter.contact().equals(parent.contact()))
                        .filter(letter -> letter.legalWarning() && letter.state() == Letter.State.POSTED)
                        .toList();
        if (sent.isEmpty()) {
            return Found.of(
                    "NOT_WARNED_BY_POST",
                    Result.NOT_MET,
                    "No letter that warns of the law was posted to this parent in this case.",
                    BY_POST);
        }
        Letter last = sent.get(sent.size() - 1);
        return Found.of(
                "NOT_WARNED_BY_POST",
                Result.MET,
                last.title() + ", " + last.ref() + ", " + last.state().title()
                        + last.fate()
                                .sentOn()
                                .map(day -> " on " + dates.day(day))
                                .orElse("")
                        + (last.fate().how().isBlank() ? "" : ", " + last.fate().how()) + ".",
                BY_POST);
    }

    private Found used(ReferredCase referred, Named parent) {
        Set<Session> sessions =
                referred.sessions().stream().map(MarkedSession::session).collect(Collectors.toSet());
        Map<Session, UsedBy> used =
                ledger.used(parent.contact(), referred.file().pupil());
        List<Map.Entry<Session, UsedBy>> both = used.entrySet().stream()
                .filter(entry -> sessions.contains(entry.getKey()))
                .toList();
        return both.isEmpty()
                ? Found.of(
                        "SESSION_USED_BEFORE",
                        Result.MET,
                        "No earlier notice to this parent, and no prosecution, relies on a session.",
                        USED_ONCE)
                : Found.of(
                        "SESSION_USED_BEFORE",
                        both.size() == sessions.size() ? Result.NOT_MET : Result.NEEDS_VIEW,
                        both.get(0).getValue().title() + " relies on " + both.size()
                                + " of the sessions already; they are left out.",
                        USED_ONCE);
    }
}
