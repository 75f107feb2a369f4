package uk.daymark.measure;

import java.time.LocalDate;

/**
 * The last days on which a prosecution may be begun. The same-numbered day so many months on, or the last day of a shorter month.
 *
 * <p>Source: Magistrates' Courts Act 1980, section 127. Which session starts the time is contested: both readings are kept.
 *
 * @param safe counted from the first session of the offence
 * @param outer counted from the last
 */
public record ProsecutionLimit(LocalDate safe, LocalDate outer) {

    /** The limits for an offence over these days. */
    public static ProsecutionLimit of(DateRange offence, int months) {
        return new ProsecutionLimit(
                offence.from().plusMonths(months), offence.to().plusMonths(months));
    }
}
