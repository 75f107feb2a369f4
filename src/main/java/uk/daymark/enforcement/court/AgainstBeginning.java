package uk.daymark.enforcement.court;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.check.FirmSessions;
import uk.daymark.enforcement.court.CourtDesk.Opened;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.measure.MarkedSession;
import uk.daymark.measure.Session;

/**
 * What stands against beginning proceedings. What concerns the charge itself is refused whenever it is said to have been begun. The rest
 * does not undo what has happened: begun on an earlier day, it is entered with the court's reference and said wherever it is read.
 *
 * @param charge whether there was an offence to charge, and a certificate that bears it out
 * @param other gates that are shut today, and what became of the notice
 */
record AgainstBeginning(List<CheckedRule> charge, List<CheckedRule> other) {

    private static final String NOTHING_TO_CHARGE = "NOTHING_TO_CHARGE";
    private static final Set<String> OF_THE_CHARGE = Set.of(
            "N_MARKS_IN_PERIOD",
            "CODE_NOT_CONFIRMED",
            "DATE_OF_BIRTH_UNKNOWN",
            "NOTICE_CAN_STILL_BE_PAID",
            NOTHING_TO_CHARGE);

    AgainstBeginning {
        charge = List.copyOf(charge);
        other = List.copyOf(other);
    }

    /** As it stands now. */
    static AgainstBeginning of(Opened opened) {
        boolean settled = settledMeanwhile(opened);
        List<CheckedRule> charge = new ArrayList<>();
        List<CheckedRule> other = new ArrayList<>();
        CourtRules.against(opened.facts(), opened.file().charged())
                .forEach(rule -> (OF_THE_CHARGE.contains(rule.code())
                                        && !(settled && rule.code().equals(NOTHING_TO_CHARGE))
                                ? charge
                                : other)
                        .add(rule));
        if (!settled && !opened.certificateHolds()) {
            charge.add(AuthoriseTask.stale());
        }
        return new AgainstBeginning(charge, other);
    }

    /** Whether the register still bears out what was certified, and only the notice itself was paid or withdrawn since. */
    private static boolean settledMeanwhile(Opened opened) {
        List<Session> certified =
                opened.file().sessions().stream().map(MarkedSession::session).toList();
        return !certified.isEmpty()
                && certified.stream().allMatch(session -> settled(opened, session))
                && inRegister(opened, certified).equals(opened.file().sessions());
    }

    private static List<MarkedSession> inRegister(Opened opened, List<Session> sessions) {
        CourtFacts facts = opened.facts();
        return FirmSessions.of(
                sessions,
                facts.counting(),
                facts.policy().countingRules(opened.file().charged().to()),
                facts.register(),
                facts.prosecuted());
    }

    private static boolean settled(Opened opened, Session session) {
        Optional<NoticeFile> by = CourtRules.dischargedBy(opened.facts(), session);
        return by.filter(file -> CourtDesk.SETTLED.contains(file.state())
                        && opened.file()
                                .notice()
                                .filter(file.notice().ref()::equals)
                                .isPresent())
                .isPresent();
    }

    List<CheckedRule> all() {
        return Stream.concat(charge.stream(), other.stream()).toList();
    }
}
