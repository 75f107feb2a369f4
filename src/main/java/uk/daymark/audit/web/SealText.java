package uk.daymark.audit.web;

import uk.daymark.journal.Seal;

/** A seal as a file to lodge. */
final class SealText {

    private SealText() {}

    static String of(Seal seal) {
        return "Daymark seal " + seal.number() + "\n"
                + "Made at: " + seal.at() + "\n"
                + "Records that had grown since the seal before: " + seal.chains() + "\n"
                + "Root (SHA-256, Merkle): " + seal.root() + "\n"
                + "\nWhoever keeps this file can show later that nothing which Daymark had recorded before that moment was changed,\n"
                + "put in or taken out since: an export of any case says how its record leads to this root.\n"
                + "Keep it where nobody who can change Daymark's database can change it.\n";
    }
}
