package uk.daymark.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One state of one page, and how a person comes to it. Nothing that is pressed on the way may change anything: a visit is made again
 * for each way of looking.
 *
 * @param template the page's template, without its ending
 * @param state what is seen: clean, full, empty, errors...; where the word "errors" begins it, the page has to tell them
 * @param user who looks; empty text for somebody who is not signed in
 * @param path where it begins
 * @param steps what is done there, in this order
 */
record Visit(String template, String state, String user, String path, List<Consumer<Page>> steps) {

    Visit {
        steps = List.copyOf(steps);
    }

    static Visit of(String template, String state, String user, String path) {
        return new Visit(template, state, user, path, List.of());
    }

    /** After the button of this name was pressed. */
    Visit pressing(String button) {
        return then(page -> {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(button).setExact(true))
                    .first()
                    .click();
            page.waitForLoadState();
        });
    }

    /** After that was typed into the field with this label. */
    Visit typing(String label, String text) {
        return then(page -> page.getByLabel(label).first().fill(text));
    }

    /** After the option with this label was chosen. */
    Visit choosing(String label) {
        return then(page -> page.getByLabel(label).first().check());
    }

    Visit then(Consumer<Page> step) {
        List<Consumer<Page>> all = new ArrayList<>(steps);
        all.add(step);
        return new Visit(template, state, user, path, all);
    }

    /** Goes there. */
    void make(Page page) {
        page.navigate(path);
        steps.forEach(step -> step.accept(page));
    }

    boolean ofErrors() {
        return state.startsWith("errors");
    }

    /** As it stands in the name of a picture and of a test. */
    @Override
    public String toString() {
        return template.replace('/', '-') + "-" + state;
    }
}
