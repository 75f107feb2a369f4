package uk.daymark.register.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.daymark.WebTest;

@WebTest
class HeldFilesOnThePagesTest {

    @LocalServerPort
    int port;

    @BeforeEach
    void schools() {
        TwoSchools.exist(port);
    }

    @Test
    void aFeedThatMarksNearlyEverybodyAbsentWaitsUntilTheLeadLetsItThrough() {
        Clerk office = Clerk.signedIn(port, "office");
        Clerk.Seen preview = office.upload("marks", TwoSchools.everybodyAbsent("2025-09-08"));
        assertThat(preview.words()).contains("absent. That looks like a failed feed", "If you import it, it is held");
        Clerk.Seen held = office.send(preview.address(), preview.address() + "/apply");
        assertThat(held.title()).isEqualTo("Held: Marks, one line for each session - Daymark");
        assertThat(held.words())
                .contains(
                        "Nothing of this file is in the register yet",
                        "The attendance lead or the headteacher decides");
        assertThat(held.html()).doesNotContain(held.address() + "/release");
        assertThat(office.open("/imports").words()).contains("Held: needs a person");
        assertThat(office.post(office.tokenOf("/imports"), held.address() + "/release", "releaseReason", "I say so")
                        .statusCode())
                .isEqualTo(403);

        Clerk lead = Clerk.signedIn(port, "lead");
        Clerk.Seen unsaid = lead.send(held.address(), held.address() + "/release");
        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.title()).startsWith("Error: Held");
        assertThat(unsaid.html()).contains("href=\"#releaseReason\"");
        Clerk.Seen released = lead.send(
                held.address(), held.address() + "/release", "releaseReason", "A burst pipe: nobody was in school");
        assertThat(released.address()).isEqualTo(held.address());
        assertThat(released.words())
                .contains("The file was held, then let through", "by lead", "A burst pipe: nobody was in school");
        assertThat(office.open("/pupils/999001/PG10/marks/2025-09-08/AM").words())
                .contains("Code in the register O");
        assertThat(lead.open(held.address()).html()).doesNotContain(held.address() + "/discard");
    }

    @Test
    void aHeldFileIsThrownAwayWithAReason() {
        Clerk lead = Clerk.signedIn(port, "lead");
        Clerk.Seen preview = lead.upload("marks", TwoSchools.everybodyAbsent("2025-09-09"));
        Clerk.Seen held = lead.send(preview.address(), preview.address() + "/apply");
        Clerk.Seen tooLong =
                lead.send(held.address(), held.address() + "/discard", "discardReason", "typed " + "x".repeat(1000));
        assertThat(tooLong.words()).contains("Keep the reason to 1000 characters", "typed xxx");
        String token = lead.tokenOf(held.address());
        Clerk.Seen gone = lead.untilDone(lead.follow(
                "", lead.post(token, held.address() + "/discard", "discardReason", "The export had failed")));
        assertThat(gone.words()).contains("The file was held, then thrown away", "The export had failed");
        Clerk.Seen again = lead.untilDone(
                lead.follow("", lead.post(token, held.address() + "/release", "releaseReason", "Changed my mind")));
        assertThat(again.words()).contains("The file was held, then thrown away");
        assertThat(lead.open("/pupils/999001/PG10/marks/2025-09-09/AM").words())
                .contains("Code in the register Not taken");
    }
}
