package uk.daymark.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.daymark.access.Action;
import uk.daymark.access.Role;
import uk.daymark.access.SignedIn;
import uk.daymark.web.InvalidInput;
import uk.daymark.web.NotFound;

/** The lists that people keep under a name: each person's own, and those that are shared with a school. */
@Service
public class SavedViews {

    /** As many characters as a name may have. */
    public static final int LONGEST_TITLE = 60;

    private static final int LONGEST_ADDRESS = 1000;
    private static final String TITLE = "/title";

    private static final String SELECT = "select id, owned_by, school_urn, title, asks from work_view where ";

    /** One's own, and those of one's school. */
    private static final String SEEN = "(owned_by = ? or school_urn = ?)";

    private final JdbcTemplate jdbc;
    private final WorkLimits limits;
    private final Clock clock;

    SavedViews(JdbcTemplate jdbc, WorkLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** Those that the person sees, by name. */
    public List<SavedView> of(SignedIn person) {
        return jdbc.query(
                SELECT + SEEN + " order by lower(title), id", SavedViews::view, person.userName(), school(person));
    }

    /**
     * One that the person may change: one's own, or one of the school's for whoever shares lists with it.
     *
     * @throws NotFound where there is none
     */
    public SavedView toChange(long id, SignedIn person) {
        return jdbc
                .query(SELECT + "id = ? and " + SEEN, SavedViews::view, id, person.userName(), school(person))
                .stream()
                .filter(view -> mayChange(view, person))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no such list among those that you may change."));
    }

    /** Whether the person may change it. */
    public boolean mayChange(SavedView view, SignedIn person) {
        return view.ownedBy().equals(person.userName()) || view.shared() && person.may(Action.SHARE_VIEWS);
    }

    /** Whether the person may share a list with the own school. */
    public boolean mayShare(SignedIn person) {
        return person.may(Action.SHARE_VIEWS) && person.homeSchoolUrn().isPresent();
    }

    /**
     * Keeps a list.
     *
     * @param asks as {@link SavedView#asks}, of parameters that the list knows
     * @throws InvalidInput pointing to {@code /title}, where the name cannot be used or there are too many already
     * @throws AccessDeniedException where it is to be shared by somebody who may not
     */
    @Transactional
    public void save(String title, String asks, boolean shared, SignedIn person) {
        String checked = checked(title, shared, person);
        Integer kept = jdbc.queryForObject(
                "select count(*) from work_view where owned_by = ?", Integer.class, person.userName());
        if (kept != null && kept >= limits.views().each()) {
            throw new InvalidInput(
                    TITLE,
                    "You have " + kept + " lists, as many as one person can keep. Delete one that you do not need");
        }
        if (asks.length() > LONGEST_ADDRESS) {
            throw new InvalidInput(TITLE, "This list is narrowed by too many words to be kept. Use fewer");
        }
        unlessTaken(() -> jdbc.update(
                "insert into work_view (owned_by, school_urn, title, asks, saved_at) values (?, ?, ?, ?, ?)",
                person.userName(),
                shared ? school(person) : null,
                checked,
                asks,
                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /**
     * Gives a list another name, shares it or takes it back to oneself.
     *
     * @throws InvalidInput as {@link #save}
     * @throws NotFound where there is none to change
     */
    @Transactional
    public void change(long id, String title, boolean shared, SignedIn person) {
        SavedView view = toChange(id, person);
        String checked = checked(title, shared && !view.shared(), person);
        unlessTaken(() -> jdbc.update(
                "update work_view set title = ?, school_urn = case when not ? then null when school_urn is null then ?"
                        + " else school_urn end where id = ?",
                checked,
                shared,
                school(person),
                id));
    }

    /** @throws NotFound where there is none to delete */
    @Transactional
    public SavedView delete(long id, SignedIn person) {
        SavedView view = toChange(id, person);
        jdbc.update("delete from work_view where id = ?", id);
        return view;
    }

    private String checked(String title, boolean sharing, SignedIn person) {
        String name = title.strip();
        if (name.isEmpty()) {
            throw new InvalidInput(TITLE, "Enter a name for this list");
        }
        if (name.length() > LONGEST_TITLE || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput(TITLE, "The name must be one line of " + LONGEST_TITLE + " characters or fewer");
        }
        if (sharing && !mayShare(person)) {
            throw new AccessDeniedException("Nobody of this role shares lists");
        }
        return name;
    }

    private static void unlessTaken(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput(TITLE, "There is a list of this name already. Choose another name");
        }
    }

    private static @Nullable String school(SignedIn person) {
        return person.role().scope() == Role.Scope.SCHOOL
                ? person.homeSchoolUrn().orElse(null)
                : null;
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getLong("id"),
                row.getString("title"),
                row.getString("asks"),
                Optional.ofNullable(row.getString("school_urn")).isPresent(),
                row.getString("owned_by"));
    }
}
