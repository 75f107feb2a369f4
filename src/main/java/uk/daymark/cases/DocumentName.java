package uk.daymark.cases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names of files as they may be shown and saved anywhere. */
final class DocumentName {

    private static final int LONGEST = 100;

    /** Names that Windows keeps for devices. */
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private DocumentName() {}

    /**
     * Cleans a name: no folders, no characters that control anything or turn the direction of writing, not too long.
     *
     * @param ending how names of its kind end
     */
    static String clean(String given, String ending) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*;%]", "")
                .strip();
        int dot = plain.lastIndexOf('.');
        String stem = (dot < 0 ? plain : plain.substring(0, dot)).replaceAll("^[. ]+|[. ]+$", "");
        stem = stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem;
        if (stem.isEmpty() || DEVICES.contains(stem.toLowerCase(Locale.ROOT))) {
            stem = "document" + (stem.isEmpty() ? "" : "-" + stem);
        }
        return stem + "." + ending;
    }
}
