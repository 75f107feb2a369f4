package uk.daymark.practice;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import uk.daymark.access.People;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.access.SignedInUser;

/** One user a role, and a second officer where a second person has to decide; all with the password that the README prints. */
@Configuration(proxyBeanMethods = false)
@Profile("practice")
class PracticeUsers {

    private static final String PASSWORD = "practice";

    /**
     * The API checks the password at every call. It is in the README, so a slow hash would protect nothing and cost a tenth of a
     * second a call; strength 4, the least, costs about one thousandth. Live mode keeps no passwords at all.
     */
    private static final int LEAST_STRENGTH = 4;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(LEAST_STRENGTH);
    }

    @Bean
    People practicePeople(PracticeSettings settings, SampleFolder folder) {
        String home = settings.homeSchoolUrn(folder.sample());
        List<SignedIn> users = List.of(
                user("office", "Olu Office", Role.OFFICE, home),
                user("lead", "Lena Lead", Role.LEAD, home),
                user("head", "Harri Head", Role.HEAD, home),
                user("officer", "Ona Officer", Role.OFFICER, home),
                user("second-officer", "Sol Officer", Role.OFFICER, home),
                user("panel", "Pat Panel", Role.PANEL, home),
                user("auditor", "Ari Auditor", Role.AUDITOR, home),
                user("admin", "Ada Admin", Role.ADMIN, home));
        return () -> users;
    }

    @Bean
    UserDetailsService practiceUserDetails(PasswordEncoder encoder, People people) {
        String hash = encoder.encode(PASSWORD);
        return name -> people.find(name)
                .map(user -> new SignedInUser(user, hash))
                .orElseThrow(() -> new UsernameNotFoundException("No practice user has this name"));
    }

    private static SignedIn user(String name, String displayName, Role role, String home) {
        return new SignedIn(name, displayName, role, Optional.of(home));
    }
}
