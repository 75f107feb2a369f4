package uk.daymark.enforcement.referral;

import java.util.Arrays;
import java.util.Locale;
import uk.daymark.enforcement.ReferralRoute;

/** What a school asks of its authority. */
public enum Route {
    IRREGULAR("Sanction for irregular attendance", ReferralRoute.IRREGULAR),
    LEAVE("Leave in term time", ReferralRoute.LEAVE),
    PUBLIC_PLACE("Suspended pupil in a public place", ReferralRoute.PUBLIC_PLACE),
    /** The route to prosecution of authorities that investigate the whole case first. */
    STATUTORY_INTERVENTION("Statutory intervention", ReferralRoute.IRREGULAR);

    private final String title;
    private final ReferralRoute gates;

    Route(String title, ReferralRoute gates) {
        this.title = title;
        this.gates = gates;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** By which gates of the authority it goes. */
    public ReferralRoute gates() {
        return gates;
    }

    /** As forms, models and tables write it: {@code statutory-intervention}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The route of that word.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Route ofWord(String word) {
        return Arrays.stream(values())
                .filter(route -> route.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no route " + word));
    }
}
