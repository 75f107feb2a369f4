package uk.daymark.enforcement.ledger;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A person in the ledger, whatever schools know the person as a contact.
 *
 * @param number given by Daymark, never used twice
 */
public record PartyId(@JsonValue long number) implements Comparable<PartyId> {

    @Override
    public int compareTo(PartyId other) {
        return Long.compare(number, other.number);
    }
}
