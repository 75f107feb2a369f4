package uk.daymark.access;

import org.springframework.stereotype.Component;

/** The names of people for pages, where a record knows who did something by the user name. */
@Component("personNames")
public final class PersonNames {

    private final People people;

    PersonNames(People people) {
        this.people = people;
    }

    /** As the person is called; the user name itself where nobody of that name can sign in any more. */
    public String of(String userName) {
        return userName.equals("daymark") ? "Daymark" : people.displayName(userName);
    }
}
