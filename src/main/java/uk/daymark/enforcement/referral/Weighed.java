package uk.daymark.enforcement.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.daymark.enforcement.NoticeAnswer;
import uk.daymark.enforcement.referral.Referral.Check;
import uk.daymark.measure.MarkedSession;

/**
 * What is known as it is decided for one parent.
 *
 * @param referral the one that was accepted
 * @param checks those about the case and about this parent, as of now
 * @param sessions those that a sanction for this parent may rest on: none that another notice relies on
 * @param forNotice those that a notice would rest on: of these, and of those missed since a notice to improve, the latest that leave time
 *     to prosecute
 * @param notice what a notice would be, and what stands against it; empty where there is no session
 * @param improvement whether a notice to improve is possible, failed, not-given or not-used
 * @param facts what the table {@code sanction-route} reads
 */
record Weighed(
        Referral referral,
        List<Check> checks,
        List<MarkedSession> sessions,
        List<MarkedSession> forNotice,
        Optional<NoticeAnswer> notice,
        String improvement,
        Map<String, Object> facts) {}
