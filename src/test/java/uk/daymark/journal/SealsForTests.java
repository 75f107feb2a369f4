package uk.daymark.journal;

/** Makes a seal without waiting for the night. */
public final class SealsForTests {

    private SealsForTests() {}

    public static Seal make(Seals seals) {
        return seals.seal();
    }
}
