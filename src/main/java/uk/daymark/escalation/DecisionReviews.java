package uk.daymark.escalation;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.daymark.workflow.OpenedTask;
import uk.daymark.workflow.TaskFollower;

/** Keeps which decision each open task of review is about. */
@Component
class DecisionReviews implements TaskFollower {

    /** The model's variable with the number of the decision. */
    static final String DECISION = "decisionNumber";

    private final JdbcTemplate jdbc;

    DecisionReviews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody is asked already to look at the decision again. */
    boolean underWay(long decision) {
        Long open =
                jdbc.queryForObject("select count(*) from decision_review where decision_id = ?", Long.class, decision);
        return open != null && open > 0;
    }

    /** The decision that a task is about. */
    Optional<Long> decisionOf(String taskId) {
        return jdbc
                .queryForList("select decision_id from decision_review where task_id = ?", Long.class, taskId)
                .stream()
                .findFirst();
    }

    @Override
    public void opened(OpenedTask task) {
        if (task.model().equals(Models.REVIEW)) {
            Optional.ofNullable(task.variables().get(DECISION))
                    .map(number -> Long.valueOf(String.valueOf(number)))
                    .ifPresent(decision -> jdbc.update(
                            "insert into decision_review (task_id, decision_id) values (?, ?)", task.id(), decision));
        }
    }

    @Override
    public void completed(String taskId) {
        ended(taskId);
    }

    @Override
    public void withdrawn(String taskId, String because) {
        ended(taskId);
    }

    private void ended(String taskId) {
        jdbc.update("delete from decision_review where task_id = ?", taskId);
    }
}
