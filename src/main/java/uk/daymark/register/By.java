package uk.daymark.register;

import uk.daymark.people.Scope;

/**
 * Who does something to the register.
 *
 * @param userName the name they signed in with
 * @param scope the schools they may work with
 */
public record By(String userName, Scope scope) {}
