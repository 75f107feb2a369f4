package uk.daymark.enforcement.ledger;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a notice was posted and until when it can be paid.
 *
 * @param postedOn the day it was posted
 * @param deemedOn the day it counts as received
 * @param discountedUntil the last day of the lower amount; empty where there is none
 * @param fullUntil the last day on which it can be paid
 */
public record PaymentClock(
        LocalDate postedOn, LocalDate deemedOn, Optional<LocalDate> discountedUntil, LocalDate fullUntil) {}
