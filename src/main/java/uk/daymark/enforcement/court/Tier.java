package uk.daymark.enforcement.court;

import java.util.Arrays;
import java.util.Locale;
import uk.daymark.enforcement.ledger.Notice;
import uk.daymark.enforcement.ledger.NoticeFile;

/**
 * For which offence a parent is prosecuted, and where it is heard. Source: Education Act 1996, section 444; Education and Inspections Act
 * 2006, section 103.
 */
public enum Tier {
    SINGLE_JUSTICE("Section 444(1), by Single Justice Procedure", "prosecution.fine.strict"),
    OPEN_COURT("Section 444(1A), in open court", "prosecution.fine.aggravated"),
    /** A suspended pupil in a public place: an offence of its own, of one weight, that says nothing about attendance. */
    PUBLIC_PLACE(
            "Section 103 of the Education and Inspections Act 2006, a suspended pupil in a public place",
            "prosecution.fine.public_place");

    private final String title;
    private final String fineKey;

    Tier(String title, String fineKey) {
        this.title = title;
        this.fineKey = fineKey;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The policy's key of the largest fine, in pounds. */
    String fineKey() {
        return fineKey;
    }

    /** As models and forms write it: {@code single-justice}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tier of that word; {@link #SINGLE_JUSTICE} where there is none of that word: the lesser offence. */
    static Tier ofWord(String word) {
        return Arrays.stream(values())
                .filter(tier -> tier.word().equals(word))
                .findFirst()
                .orElse(SINGLE_JUSTICE);
    }

    /** As the ledger writes it, for a notice of that kind. */
    NoticeFile.Route route(Notice.Kind kind) {
        if (kind == Notice.Kind.PUBLIC_PLACE) {
            return NoticeFile.Route.S103;
        }
        return this == OPEN_COURT ? NoticeFile.Route.S444_1A : NoticeFile.Route.S444_1;
    }
}
