package uk.daymark.enforcement.court;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ReferralRoute;
import uk.daymark.enforcement.ledger.Ledger;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.Parties;
import uk.daymark.enforcement.ledger.PartyId;
import uk.daymark.enforcement.referral.EarlierSteps;
import uk.daymark.enforcement.referral.ParentCase;
import uk.daymark.enforcement.referral.Referrals;
import uk.daymark.enforcement.referral.Route;
import uk.daymark.measure.CompulsorySchoolAge;
import uk.daymark.measure.DateRange;
import uk.daymark.measure.MeasuredRegister;
import uk.daymark.measure.Timetable;
import uk.daymark.people.ContactId;
import uk.daymark.people.EnrolmentId;
import uk.daymark.people.Scope;
import uk.daymark.register.StoredRegister;
import uk.daymark.register.StoredRegister.PupilRegister;
import uk.daymark.web.Conflict;

/** Gathers what the rules of a prosecution look at, from the records as they stand. */
@Component
class CourtGathering {

    private final StoredRegister registers;
    private final Ledger ledger;
    private final Parties parties;
    private final Referrals referrals;
    private final EarlierSteps earlier;
    private final CourtGates gates;
    private final PublicPlaceDuty duty;
    private final ChargedSessions charged;
    private final Clock clock;

    CourtGathering(
            StoredRegister registers,
            Ledger ledger,
            Parties parties,
            Referrals referrals,
            EarlierSteps earlier,
            CourtGates gates,
            PublicPlaceDuty duty,
            ChargedSessions charged,
            Clock clock) {
        this.registers = registers;
        this.ledger = ledger;
        this.parties = parties;
        this.referrals = referrals;
        this.earlier = earlier;
        this.gates = gates;
        this.duty = duty;
        this.charged = charged;
        this.clock = clock;
    }

    /** The facts before there is a file, and so before it is said which days are charged. @param forNotice the unpaid notice for which a prosecution was decided */
    CourtFacts of(ParentCase parent, Optional<NoticeRef> forNotice) {
        return of(parent, forNotice, 0, Optional.empty());
    }

    /** The facts about a prosecution that is under way; its own sessions are not taken as prosecuted before. */
    CourtFacts of(ParentCase parent, Prosecution current) {
        return of(parent, current.notice(), current.id(), Optional.of(current.charged()));
    }

    private CourtFacts of(ParentCase parent, Optional<NoticeRef> forNotice, long current, Optional<DateRange> days) {
        LocalDate today = LocalDate.now(clock);
        PupilRegister stored = registers
                .of(parent.file().pupil(), today)
                .orElseThrow(() -> new Conflict("The pupil's register is not there any more."));
        Set<PartyId> person = person(parent.parent().contact());
        boolean publicPlace = publicPlace(parent, forNotice);
        Notice.Kind kind = publicPlace ? Notice.Kind.PUBLIC_PLACE : Notice.Kind.ATTENDANCE;
        List<NoticeFile> notices = ledger.about(List.of(parent.file().pupil())).stream()
                .filter(file ->
                        person.contains(file.notice().party()) && file.notice().kind() == kind)
                .toList();
        ReferralRoute route = route(parent, publicPlace);
        MeasuredRegister register = register(stored, parent.file().enrolment(), today);
        List<CheckedRule> shut = new ArrayList<>(gates.shut(parent, stored, route, today));
        if (publicPlace) {
            days.ifPresent(on -> shut.addAll(duty.against(parent, register, on)));
        }
        return new CourtFacts(
                parent.policy(),
                today,
                register,
                publicPlace,
                forNotice,
                notices,
                charged.besides(current, parent.file().pupil(), parent.parent().contact()),
                new CourtFacts.Earlier(
                        route == ReferralRoute.IRREGULAR,
                        forNotice.isPresent() || earlier.noticed(parent),
                        earlier.convicted(parent)),
                shut,
                gates.undecided(notices));
    }

    private ReferralRoute route(ParentCase parent, boolean publicPlace) {
        return publicPlace
                ? ReferralRoute.PUBLIC_PLACE
                : referrals
                        .of(parent.parent())
                        .map(referral -> referral.route().gates())
                        .orElse(ReferralRoute.IRREGULAR);
    }

    /** By the notice for which it was decided; where there is none, by the referral. */
    private boolean publicPlace(ParentCase parent, Optional<NoticeRef> forNotice) {
        return forNotice
                .flatMap(ref -> ledger.lookUp(ref, Scope.everywhere()))
                .map(file -> file.notice().kind() == Notice.Kind.PUBLIC_PLACE)
                .or(() -> referrals.of(parent.parent()).map(referral -> referral.route() == Route.PUBLIC_PLACE))
                .orElse(false);
    }

    /** The sessions of the school whose headteacher certifies them; those of another school are for a certificate of that school. */
    private static MeasuredRegister register(PupilRegister stored, EnrolmentId school, LocalDate today) {
        List<Timetable.Part> parts = stored.parts().stream()
                .filter(part -> stored.enrolments().stream()
                        .anyMatch(enrolment -> enrolment.id().equals(school)
                                && enrolment.onRoll(part.days().from())))
                .toList();
        return new MeasuredRegister(
                Timetable.of(parts),
                parts,
                stored.marks(),
                stored.unconfirmed(),
                today,
                Optional.<DateRange>empty(),
                stored.dateOfBirth().map(CompulsorySchoolAge::of));
    }

    private Set<PartyId> person(ContactId contact) {
        return parties.of(contact).map(parties::same).orElseGet(TreeSet::new);
    }
}
