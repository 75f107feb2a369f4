package uk.daymark.enforcement.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.StringUtils;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.enforcement.ledger.NoticeRef;
import uk.daymark.enforcement.ledger.PaymentClock;
import uk.daymark.time.Dates;

/**
 * A notice as a page shows it.
 *
 * @param money what was paid and what is due, in words
 */
record NoticeLine(
        String ref,
        String pupil,
        String pupilRef,
        String parent,
        String offence,
        String issued,
        String state,
        String colour,
        String money) {

    static NoticeLine of(NoticeFile file, LedgerDesk desk, Dates dates) {
        return of(List.of(file), desk, dates).get(0);
    }

    /** The same of many; the pupils are asked for once. */
    static List<NoticeLine> of(List<NoticeFile> files, LedgerDesk desk, Dates dates) {
        Map<NoticeRef, LedgerDesk.Child> children =
                desk.children(files.stream().map(NoticeFile::notice).toList());
        return files.stream()
                .map(file -> of(
                        file, Objects.requireNonNull(children.get(file.notice().ref())), dates))
                .toList();
    }

    private static NoticeLine of(NoticeFile file, LedgerDesk.Child child, Dates dates) {
        Notice notice = file.notice();
        return new NoticeLine(
                notice.ref().value(),
                child.name(),
                child.ref(),
                notice.parentName(),
                dates.day(notice.offence().from()) + " to "
                        + dates.day(notice.offence().to()),
                dates.day(notice.issuedOn())
                        + (notice.origin() == Notice.Origin.EARLIER ? " by " + authority(notice.issuer()) : ""),
                file.state().title(),
                colour(file.state()),
                file.money().map(NoticeLine::words).orElse("Kept elsewhere"));
    }

    /** An authority of ours is known by a short word, "hertfordshire"; others by the name that was typed. */
    private static String authority(String name) {
        return name.matches("[a-z0-9-]+") ? StringUtils.capitalize(name.replace('-', ' ')) : name;
    }

    private static String colour(NoticeFile.State state) {
        return switch (state) {
            case NOT_POSTED, WITHDRAWN -> "grey";
            case ISSUED -> "blue";
            case PART_PAID -> "yellow";
            case PAID -> "green";
            case UNPAID -> "orange";
            case PROSECUTED -> "purple";
        };
    }

    static String words(NoticeMoney money) {
        List<String> words = new ArrayList<>();
        if (money.received().any()) {
            words.add(money.received() + " received");
        }
        if (money.due().any()) {
            words.add(money.due() + (money.overOn() ? " was left open" : " due"));
        }
        if (money.owedBack().any()) {
            words.add(money.owedBack() + " to be paid back");
        }
        if (money.inHand().any()) {
            words.add(money.inHand() + " in hand, not enough in time");
        }
        return words.isEmpty() ? "Nothing received" : String.join(", ", words);
    }

    /** The notice itself. */
    static Map<String, String> facts(NoticeFile file, LedgerDesk desk, Dates dates, String decider) {
        Notice notice = file.notice();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Pupil",
                desk.pupil(notice)
                        .map(pupil -> pupil.name() + " (" + pupil.ref() + "), "
                                + pupil.school().name())
                        .orElse(desk.name(notice.pupil())));
        facts.put("Parent", notice.parentName());
        facts.put("For", notice.kind().title());
        facts.put(
                "Absence",
                dates.day(notice.offence().from()) + " to "
                        + dates.day(notice.offence().to()));
        facts.put("Issued", dates.day(notice.issuedOn()) + " by " + authority(notice.issuer()));
        notice.full()
                .ifPresent(full -> facts.put(
                        "Amount",
                        notice.discounted()
                                .map(lower -> lower + ", later " + full)
                                .orElse(full.toString())));
        if (notice.origin() == Notice.Origin.EARLIER) {
            facts.put("Entered by", decider);
            facts.put("Written in", notice.source());
            facts.put("Said by", notice.toldBy());
            facts.put("Reason", notice.decidedWhy());
        } else {
            facts.put("Decided by", decider);
            facts.put("Reason", notice.decidedWhy());
            facts.put("Counted under", notice.policyName() + ", version " + shortened(notice.policyVersion()));
        }
        notice.caseRef().ifPresent(ref -> facts.put("Case", ref));
        return facts;
    }

    private static String shortened(String version) {
        return version.substring(0, Math.min(12, version.length()));
    }

    /** Its dates. */
    static Map<String, String> clock(NoticeFile file, Dates dates) {
        Notice notice = file.notice();
        Map<String, String> clock = new LinkedHashMap<>();
        if (notice.origin() == Notice.Origin.ISSUED) {
            clock.put(
                    "Posted",
                    notice.clock()
                            .map(PaymentClock::postedOn)
                            .map(dates::day)
                            .orElse("Not yet: its time has not begun"));
        }
        notice.clock().ifPresent(times -> {
            clock.put("Counts as received", dates.day(times.deemedOn()));
            times.discountedUntil()
                    .ifPresent(last -> clock.put(
                            notice.discounted().map(Object::toString).orElse("Lower amount") + " until",
                            dates.day(last) + ", that day included"));
            clock.put(
                    notice.full().map(Object::toString).orElse("Full amount") + " until",
                    dates.day(times.fullUntil()) + ", that day included");
        });
        clock.put("Prosecute by (safe)", dates.day(notice.prosecuteSafe()) + ", counted from the first session");
        clock.put("Prosecute by (outer)", dates.day(notice.prosecuteOuter()) + ", counted from the last session");
        return clock;
    }
}
