package uk.daymark.enforcement.check;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.daymark.enforcement.NoticeCheck;
import uk.daymark.enforcement.ReferralCheck;
import uk.daymark.measure.BankHolidays;
import uk.daymark.policy.BankHolidayChanges;

/** Makes the rules known to the rest of the application. They themselves know nothing of it. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    @Bean
    NoticeCheck noticeCheck(BankHolidayChanges changes) {
        return new NoticeRules(holidays(changes));
    }

    @Bean
    ReferralCheck referralCheck(BankHolidayChanges changes) {
        return new ReferralRules(holidays(changes));
    }

    private static BankHolidays holidays(BankHolidayChanges changes) {
        return new BankHolidays(changes.extra(), changes.removed());
    }
}
