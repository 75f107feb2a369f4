package uk.daymark.enforcement.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.CaseFollower;
import uk.daymark.cases.CasePart;
import uk.daymark.cases.LiesAtAuthority;
import uk.daymark.enforcement.referral.Referral.Said;
import uk.daymark.enforcement.referral.Referral.Standing;
import uk.daymark.time.Dates;
import uk.daymark.workflow.Processes;

/**
 * What a case's pages say of its referral, and what becomes of the referral when the case is closed. Stops it before others are told of the
 * closing, who see then what has still to go on.
 */
@Component
@Order(0)
class ReferralPart implements CasePart, CaseFollower, LiesAtAuthority {

    private final ReferralStore store;
    private final ReferralsToCome toCome;
    private final LiableParents parents;
    private final Processes processes;
    private final Dates dates;
    private final ProsecutedBefore prosecuted;

    ReferralPart(
            ReferralStore store,
            ReferralsToCome toCome,
            LiableParents parents,
            Processes processes,
            Dates dates,
            ProsecutedBefore prosecuted) {
        this.store = store;
        this.toCome = toCome;
        this.parents = parents;
        this.processes = processes;
        this.dates = dates;
        this.prosecuted = prosecuted;
    }

    @Override
    public List<Line> lines(CaseFile file) {
        List<Line> lines = new ArrayList<>();
        for (Referral referral : store.of(file.ref())) {
            lines.add(new Line(
                    "Referral",
                    "Round " + referral.round() + ", " + referral.route().title() + ": "
                            + referral.standing().title() + ", " + referral.met() + " of "
                            + referral.checks().size() + " checks met"
                            + referral.sittingOn()
                                    .map(day -> ", the panel sits on " + dates.day(day))
                                    .orElse(""),
                    Optional.empty(),
                    Optional.of(referral.answered()
                            .or(referral::submitted)
                            .map(Said::at)
                            .orElse(referral.begunAt()))));
        }
        toCome.sentences(file.ref())
                .forEach(sentence -> lines.add(new Line("Referral", sentence, Optional.empty(), Optional.empty())));
        return lines;
    }

    @Override
    public Optional<String> whyNotToClose(CaseFile file) {
        String key = file.ref().value();
        if (parentUnderWay(file)) {
            return Optional.of("It lies with the authority, which has still to settle it for a parent."
                    + " Closing it stops that");
        }
        if (!processes.running(Models.REFERRAL, key)) {
            return Optional.empty();
        }
        boolean submitted =
                store.of(file.ref()).stream().anyMatch(referral -> referral.standing() == Standing.SUBMITTED);
        return Optional.of(
                submitted
                        ? "It lies with the authority, which looks at the referral. Closing it stops that"
                        : "The referral is being prepared. Say in its task that the case is not referred, and close it then");
    }

    @Override
    public boolean underWay(CaseFile file) {
        return processes.running(Models.REFERRAL, file.ref().value()) || parentUnderWay(file);
    }

    private boolean parentUnderWay(CaseFile file) {
        return parents.of(file.ref()).stream()
                .anyMatch(
                        parent -> processes.running(Models.PARENT, parent.key().toString()));
    }

    @Override
    public void opened(CaseFile file) {
        // A new case has no referral.
    }

    @Override
    public void closed(CaseFile file, String why) {
        Map<String, Object> because = Map.of(Processes.BECAUSE, "The case was closed: " + why);
        processes.signal(Models.REFERRAL_STOPPED, file.ref().value(), because);
        parents.of(file.ref()).stream()
                .filter(parent -> !prosecuted.beforeTheCourt(parent.key()))
                .forEach(parent ->
                        processes.signal(Models.PARENT_STOPPED, parent.key().toString(), because));
    }
}
