package uk.daymark.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the work list, its totals and the engine tell the same of what is open: invariant I12. For the end of every journey that works tasks.
 */
@Component
public class WorkListAudit {

    private final JdbcTemplate jdbc;

    WorkListAudit(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Fails where an open item of that school is no open task of the engine's, or an open task is no open item of any school. */
    public void check(String school) {
        List<String> open = jdbc.queryForList("select ID_ from ACT_RU_TASK", String.class);
        assertThat(openIds(school))
                .as("open items of school %s that the engine knows as open tasks", school)
                .isSubsetOf(open);
        List<String> items = jdbc.queryForList("select id from work_item where status = 'OPEN'", String.class);
        List<String> lost = new ArrayList<>(open);
        lost.removeAll(items);
        assertThat(lost).as("open tasks of the engine that are on no list").isEmpty();
        checkTotals();
    }

    /** Fails where the totals of open work are not the number of open items, or an item is on the wrong side. */
    public void checkTotals() {
        jdbc.query("select distinct role_group, of_authority from work_item", row -> {
            String group = row.getString("role_group");
            assertThat(row.getBoolean("of_authority"))
                    .as("tasks of %s are the authority's", group)
                    .isEqualTo(WhoMayDo.ofAnAuthority(List.of(group)));
        });
        assertThat(
                        jdbc.queryForList(
                                "select school_urn, role_group, kind, kind_name, taken, sum(number_of) as number_of"
                                        + " from open_work group by school_urn, role_group, kind, kind_name, taken having sum(number_of) <> 0"))
                .as("totals of open work")
                .containsExactlyInAnyOrderElementsOf(jdbc.queryForList(
                        "select school_urn, role_group, kind, kind_name, assignee is not null as taken,"
                                + " count(*) as number_of from work_item where status = 'OPEN'"
                                + " group by school_urn, role_group, kind, kind_name, assignee is not null"));
    }

    /** The ids of the open items of a school. */
    public List<String> openIds(String school) {
        return jdbc.queryForList(
                "select id from work_item where status = 'OPEN' and school_urn = ? order by opened_at desc, id",
                String.class,
                school);
    }
}
