package uk.daymark.worklist.web;

import java.util.List;
import java.util.Optional;
import uk.daymark.worklist.WorkItem;

/** A task that was ticked, as it stood when it was. */
record Pick(String id, long version) {

    private static final String FORM = "[A-Za-z0-9-]{1,64}:[0-9]{1,18}";

    /** As a tick sends it. */
    static String of(WorkItem item) {
        return item.id() + ":" + item.version();
    }

    /** Those that were sent, each once; what names no task is passed over. */
    static List<Pick> of(Optional<List<String>> sent) {
        return sent.orElse(List.of()).stream()
                .filter(text -> text.matches(FORM))
                .distinct()
                .map(text -> text.split(":"))
                .map(parts -> new Pick(parts[0], Long.parseLong(parts[1])))
                .toList();
    }
}
