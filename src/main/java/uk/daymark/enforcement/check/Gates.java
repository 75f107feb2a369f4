package uk.daymark.enforcement.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.daymark.enforcement.CheckedRule;
import uk.daymark.enforcement.ReferralQuestion;

/** The rules of a referral on one day, as they are gone through: what failed, what passed, what could not be looked at. */
final class Gates {

    private final ReferralQuestion question;
    private final PolicyValues values;
    private final List<CheckedRule> failed = new ArrayList<>();
    private final List<CheckedRule> passed = new ArrayList<>();
    private final List<CheckedRule> unknown = new ArrayList<>();

    Gates(ReferralQuestion question) {
        this.question = question;
        this.values = new PolicyValues(question.policy(), question.on());
    }

    ReferralQuestion question() {
        return question;
    }

    PolicyValues values() {
        return values;
    }

    LocalDate on() {
        return question.on();
    }

    void passed(String code, String message, String key) {
        passed.add(new CheckedRule(code, message, Optional.empty(), values.source(key), ""));
    }

    void unknown(String code, String message, String key, String cure) {
        unknown.add(new CheckedRule(code, message, Optional.empty(), values.source(key), cure));
    }

    /** Fails, and waiting does not help. */
    void failed(String code, String message, String key, String cure) {
        failed.add(new CheckedRule(code, message, Optional.empty(), values.source(key), cure));
    }

    /** Fails until a day. */
    void failedUntil(String code, String message, LocalDate until, String key, String cure) {
        failed.add(new CheckedRule(code, message, Optional.of(until), values.source(key), cure));
    }

    List<CheckedRule> failed() {
        return failed;
    }

    List<CheckedRule> passed() {
        return passed;
    }

    List<CheckedRule> unknown() {
        return unknown;
    }
}
