package uk.daymark.enforcement.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the money of a notice stands on a day.
 *
 * <p>Source: Education (Penalty Notices) regulations as amended in 2024: the lower amount within the shorter period, the full amount
 * within the longer one; both periods include their last day. What comes in time is added up; what comes after the longer period clears
 * nothing, and a person decides about it.
 *
 * @param received all that came for it
 * @param paidBack all that was paid back
 * @param clearedOn the day on which it was paid in full for that day's amount; empty where it never was in time
 * @param clearedFor the amount that cleared it
 * @param due what would clear it on the day, or what was left open when its time ran out; nothing where it is cleared or withdrawn
 * @param owedBack what has to be paid back: all of a withdrawn notice, and what is over
 * @param inHand what came, cleared nothing and cannot clear anything any more: a person decides about it
 * @param overOn whether its time has run out
 */
public record NoticeMoney(
        Money received,
        Money paidBack,
        Optional<LocalDate> clearedOn,
        Optional<Money> clearedFor,
        Money due,
        Money owedBack,
        Money inHand,
        boolean overOn) {

    /**
     * Money that came for a notice.
     *
     * @param payment the number of the payment of which it is a part
     */
    public record Receipt(long payment, LocalDate receivedOn, Money amount) {}

    /**
     * Works it out.
     *
     * @param clock empty while the notice is not posted: its time has not begun, and nothing of it can have run out
     * @param receipts in any order
     * @param on the day it is worked out for; receipts of later days are not there yet
     */
    public static NoticeMoney of(
            Optional<Money> discounted,
            Money full,
            Optional<PaymentClock> clock,
            List<Receipt> receipts,
            Money paidBack,
            boolean withdrawn,
            LocalDate on) {
        Money received = Money.NONE;
        Optional<LocalDate> clearedOn = Optional.empty();
        Optional<Money> clearedFor = Optional.empty();
        List<Receipt> inOrder = receipts.stream()
                .filter(receipt -> !receipt.receivedOn().isAfter(on))
                .sorted(Comparator.comparing(Receipt::receivedOn))
                .toList();
        for (Receipt receipt : inOrder) {
            received = received.plus(receipt.amount());
            Optional<Money> needed = needed(discounted, full, clock, receipt.receivedOn());
            if (clearedOn.isEmpty() && needed.isPresent() && received.compareTo(needed.get()) >= 0) {
                clearedOn = Optional.of(receipt.receivedOn());
                clearedFor = needed;
            }
        }
        boolean over = clock.filter(dates -> on.isAfter(dates.fullUntil())).isPresent();
        Money due = withdrawn || clearedOn.isPresent()
                ? Money.NONE
                : needed(discounted, full, clock, on).orElse(full).less(received);
        Money owed = withdrawn ? received : clearedFor.map(received::less).orElse(Money.NONE);
        Money inHand = !withdrawn && clearedOn.isEmpty() && over ? received : Money.NONE;
        return new NoticeMoney(
                received, paidBack, clearedOn, clearedFor, due, owed.less(paidBack), inHand.less(paidBack), over);
    }

    /** What clears it on a day; empty where nothing does any more. */
    private static Optional<Money> needed(
            Optional<Money> discounted, Money full, Optional<PaymentClock> clock, LocalDate on) {
        if (clock.isEmpty()) {
            return Optional.of(discounted.orElse(full));
        }
        boolean early =
                clock.get().discountedUntil().filter(last -> !on.isAfter(last)).isPresent();
        if (discounted.isPresent() && early) {
            return discounted;
        }
        return on.isAfter(clock.get().fullUntil()) ? Optional.empty() : Optional.of(full);
    }

    /** What may be paid back now. */
    public Money mayBePaidBack() {
        return owedBack.plus(inHand);
    }
}
