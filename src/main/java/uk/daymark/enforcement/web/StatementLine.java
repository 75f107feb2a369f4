package uk.daymark.enforcement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.daymark.enforcement.ledger.Money;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;
import uk.daymark.enforcement.ledger.NoticeMoney;
import uk.daymark.enforcement.ledger.PaymentClock;
import uk.daymark.time.Dates;

/**
 * One notice on a statement, so that a question on the telephone is answered from it: what came and went on which day, and what is to be
 * paid now, until when. Amounts and days are words already; empty text and empty lists where there is nothing to say.
 *
 * @param settledOn the day on which it was paid in full
 * @param withdrawnOn the day on which it was withdrawn
 * @param ground why it was withdrawn, as one of the policy's grounds
 * @param received what came for this notice, without who paid
 * @param paidBack what was paid back
 * @param toPay what still has to come to clear it, each amount with its last day, the first day first; what came is taken off
 * @param notPosted whether its time has not begun
 * @param couldBePaidUntil the last day to pay of a notice that is unpaid and whose time is over
 * @param owedBack what is still to be paid back
 * @param inHand what came and did not clear it in time
 * @param elsewhere whether another authority's ledger keeps its money
 */
record StatementLine(
        NoticeLine notice,
        String settledOn,
        String withdrawnOn,
        String ground,
        List<Sum> received,
        List<Sum> paidBack,
        List<Sum> toPay,
        boolean notPosted,
        String couldBePaidUntil,
        String owedBack,
        String inHand,
        boolean elsewhere) {

    /** An amount with its day. */
    record Sum(String amount, String day) {}

    static List<StatementLine> of(List<NoticeFile> files, LedgerDesk desk, Dates dates, LocalDate today) {
        List<NoticeLine> lines = NoticeLine.of(files, desk, dates);
        return IntStream.range(0, files.size())
                .mapToObj(at -> of(files.get(at), lines.get(at), dates, today))
                .toList();
    }

    private static StatementLine of(NoticeFile file, NoticeLine line, Dates dates, LocalDate today) {
        Optional<NoticeMoney> money = file.money();
        return new StatementLine(
                line,
                money.flatMap(NoticeMoney::clearedOn)
                        .filter(day -> file.state() == NoticeFile.State.PAID)
                        .map(dates::day)
                        .orElse(""),
                file.withdrawal().map(one -> dates.day(one.withdrawnOn())).orElse(""),
                file.withdrawal().map(NoticeFile.Withdrawal::ground).orElse(""),
                file.receipts().stream()
                        .map(one -> new Sum(one.amount().toString(), dates.day(one.receivedOn())))
                        .toList(),
                file.refunds().stream()
                        .map(one -> new Sum(one.amount().toString(), dates.day(one.paidOn())))
                        .toList(),
                toPay(file, dates, today),
                file.state() == NoticeFile.State.NOT_POSTED,
                file.notice()
                        .clock()
                        .map(PaymentClock::fullUntil)
                        .filter(last -> file.state() == NoticeFile.State.UNPAID)
                        .map(dates::day)
                        .orElse(""),
                money.map(NoticeMoney::owedBack).map(StatementLine::words).orElse(""),
                money.map(NoticeMoney::inHand).map(StatementLine::words).orElse(""),
                file.notice().origin() == Notice.Origin.EARLIER);
    }

    /** What would clear all of these today. */
    static String due(List<NoticeFile> files) {
        return words(files.stream()
                .filter(StatementLine::runs)
                .flatMap(file -> file.money().stream())
                .map(NoticeMoney::due)
                .reduce(Money.NONE, Money::plus));
    }

    private static boolean runs(NoticeFile file) {
        return file.state().payable() && file.notice().clock().isPresent();
    }

    private static List<Sum> toPay(NoticeFile file, Dates dates, LocalDate today) {
        Notice notice = file.notice();
        List<Sum> sums = new ArrayList<>();
        file.money().filter(money -> runs(file)).ifPresent(money -> {
            PaymentClock clock = notice.clock().orElseThrow();
            clock.discountedUntil()
                    .filter(last -> !today.isAfter(last))
                    .ifPresent(last -> notice.discounted()
                            .ifPresent(lower -> sums.add(sum(lower.less(money.received()), dates.day(last)))));
            notice.full().ifPresent(full -> sums.add(sum(full.less(money.received()), dates.day(clock.fullUntil()))));
        });
        return sums;
    }

    private static Sum sum(Money amount, String day) {
        return new Sum(amount.toString(), day);
    }

    private static String words(Money money) {
        return money.any() ? money.toString() : "";
    }
}
