package uk.daymark.measure;

import java.time.LocalDate;

/**
 * When a penalty notice counts as received and until when it can be paid. The periods begin with the day of receipt.
 *
 * <p>Source: the 2007 penalty-notice regulations as amended by SI 2024/210 ("beginning with the date on which the notice is
 * received"); the day of receipt after posting is the policy's.
 *
 * @param deemedReceivedOn the day the notice counts as received
 * @param discountedUntil the last day of the shorter period
 * @param fullUntil the last day of the longer period
 */
public record PaymentPeriod(LocalDate deemedReceivedOn, LocalDate discountedUntil, LocalDate fullUntil) {

    /**
     * The periods of a notice posted on a day.
     *
     * @param postedOn the day it was posted
     * @param serviceDays working days after posting at which it counts as received
     * @param discountedDays length of the shorter period in days, the day of receipt included
     * @param fullDays length of the longer period in days, the day of receipt included
     */
    public static PaymentPeriod ofPosting(
            LocalDate postedOn, WorkingDays workingDays, int serviceDays, int discountedDays, int fullDays) {
        LocalDate received = workingDays.add(postedOn, serviceDays);
        return new PaymentPeriod(received, received.plusDays(discountedDays - 1L), received.plusDays(fullDays - 1L));
    }
}
