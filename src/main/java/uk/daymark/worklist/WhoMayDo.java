package uk.daymark.worklist;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.daymark.access.Action;
import uk.daymark.access.Role;

/** Which roles do the tasks of which group, and which see them. At a school the higher may do what the lower may. */
final class WhoMayDo {

    private static final Map<String, List<Role>> LADDER = Map.of(
            "office", List.of(Role.OFFICE, Role.LEAD, Role.HEAD),
            "lead", List.of(Role.LEAD, Role.HEAD),
            "head", List.of(Role.HEAD),
            "officer", List.of(Role.OFFICER),
            "panel", List.of(Role.PANEL));

    private static final List<String> OF_A_SCHOOL = List.of("office", "lead", "head");
    private static final List<String> OF_AN_AUTHORITY = List.of("officer", "panel");

    private WhoMayDo() {}

    /** Whether somebody of that role may do tasks of that group. */
    static boolean may(Role role, String group) {
        return LADDER.getOrDefault(group, List.of()).contains(role);
    }

    /** The groups whose tasks the role may do. */
    static List<String> groupsOf(Role role) {
        return LADDER.keySet().stream()
                .filter(group -> may(role, group))
                .sorted()
                .toList();
    }

    /** The groups whose tasks the role may see. */
    static List<String> seenBy(Role role) {
        if (!Action.SEE_TASKS.openTo(role)) {
            return List.of();
        }
        return switch (role) {
            case OFFICE, LEAD, HEAD -> OF_A_SCHOOL;
            case OFFICER, PANEL -> OF_AN_AUTHORITY;
            case AUDITOR ->
                Stream.concat(OF_A_SCHOOL.stream(), OF_AN_AUTHORITY.stream()).toList();
            case ADMIN -> List.of();
        };
    }

    /** Whether all of these groups are an authority's. */
    static boolean ofAnAuthority(List<String> groups) {
        return OF_AN_AUTHORITY.containsAll(groups);
    }

    /** Whether there are tasks for a group of that name. */
    static boolean known(String group) {
        return LADDER.containsKey(group);
    }
}
