package uk.daymark.worklist;

/**
 * A list of tasks that is kept under a name.
 *
 * @param title its name
 * @param asks what stands in the list's address: {@code ?view=all&year=8}; empty text for the list without a choice
 * @param shared whether everybody at the owner's school sees it
 * @param ownedBy the user name of who saved it
 */
public record SavedView(long id, String title, String asks, boolean shared, String ownedBy) {}
