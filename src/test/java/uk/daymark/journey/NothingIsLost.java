package uk.daymark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.daymark.journal.Journal;

/** What has to hold of an application whenever nothing is being done: asked of its database and its engine, not of its own words. */
final class NothingIsLost {

    private final OwnApplication daymark;
    private final JdbcClient database;

    NothingIsLost(OwnApplication daymark) {
        this.daymark = daymark;
        this.database = daymark.bean(JdbcClient.class);
    }

    /** I11: each line of each file was taken or refused, and each pupil on roll has a mark in each session. */
    void everyLineAndMarkIsThere(List<String> schools, LocalDate from, LocalDate to) {
        assertThat(list("select concat(id, ' ', kind) from import_run where state = 'APPLIED' and"
                        + " rows_new + rows_changed + rows_unchanged + rows_rejected <> rows_total"))
                .as("imports of which a line was lost")
                .isEmpty();
        assertThat(database.sql("select coalesce(sum(rows_rejected), 0) from import_run")
                        .query(Long.class)
                        .single())
                .as("rejected lines of the schools' own files")
                .isZero();
        RegisterSums sums = new RegisterSums(daymark);
        schools.forEach(urn -> assertThat(sums.daysThatDoNotAddUp(urn, from, to))
                .as("days of " + urn + " of which not each pupil on roll has two marks")
                .isEmpty());
    }

    /** I12: the work list and the engine know of the same tasks, one by one, those that have ended included. */
    void theWorkListIsTheEngines() {
        TaskService tasks = daymark.bean(TaskService.class);
        Map<String, String> businessKeys = new TreeMap<>();
        for (ProcessInstance process :
                daymark.bean(RuntimeService.class).createProcessInstanceQuery().unlimitedList()) {
            businessKeys.put(process.getId(), process.getBusinessKey());
        }
        Map<String, String> inTheEngine = new TreeMap<>();
        for (Task task : tasks.createTaskQuery().unlimitedList()) {
            String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(name -> name != null)
                    .sorted()
                    .findFirst()
                    .orElse("");
            inTheEngine.put(
                    task.getId(),
                    task.getTaskDefinitionKey() + " " + businessKeys.get(task.getProcessInstanceId()) + " " + group);
        }
        assertThat(pairs("select id, concat(kind, ' ', process_key, ' ', role_group) from work_item"
                        + " where status = 'OPEN'"))
                .as("open tasks of the work list against the engine's")
                .isEqualTo(inTheEngine);

        Map<String, String> ended = new TreeMap<>();
        for (HistoricTaskInstance task : daymark.bean(HistoryService.class)
                .createHistoricTaskInstanceQuery()
                .finished()
                .unlimitedList()) {
            ended.put(task.getId(), "completed".equals(task.getDeleteReason()) ? "DONE" : "WITHDRAWN");
        }
        assertThat(pairs("select id, status from work_item where status <> 'OPEN'"))
                .as("ended tasks of the work list against the engine's history")
                .isEqualTo(ended);
        assertThat(list("select id from work_item where status = 'WITHDRAWN' and coalesce(ended_because, '') = ''"))
                .as("withdrawn without a reason")
                .isEmpty();
    }

    /** Nothing waits for nothing: no process, letter, case or piece of work is left lying. */
    void nothingIsStuck() {
        assertThat(list("select concat(def.KEY_, ' ', e.BUSINESS_KEY_) from ACT_RU_EXECUTION e"
                        + " join ACT_RE_PROCDEF def on def.ID_ = e.PROC_DEF_ID_ where e.ID_ = e.ROOT_PROC_INST_ID_"
                        + " and not exists (select 1 from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_"
                        + " where p.ROOT_PROC_INST_ID_ = e.ID_)"
                        + " and not exists (select 1 from ACT_RU_JOB j join ACT_RU_EXECUTION p on p.ID_ ="
                        + " j.PROCESS_INSTANCE_ID_ where p.ROOT_PROC_INST_ID_ = e.ID_)"))
                .as("processes with neither a task nor a timer")
                .isEmpty();
        assertThat(list("select concat(HANDLER_CFG_, ' ', EXCEPTION_MSG_) from ACT_RU_JOB"
                        + " where RETRIES_ = 0 or EXCEPTION_MSG_ is not null"))
                .as("work that failed")
                .isEmpty();
        assertThat(list("select concat(l.ref, ' ', l.template, ' ', l.process_key) from letter l where l.state in"
                        + " ('PROPOSED', 'HELD') and not exists (select 1 from work_item w join letter_task t on"
                        + " t.task_id = w.id where w.status = 'OPEN' and t.process_key = l.process_key and"
                        + " (l.template = t.template or l.template like concat('%-', t.template))) and not exists (select 1 from ACT_RU_EXECUTION e join ACT_RU_JOB j on"
                        + " j.PROCESS_INSTANCE_ID_ = e.PROC_INST_ID_ where e.BUSINESS_KEY_ = l.process_key)"))
                .as("letters that nobody is asked to send")
                .isEmpty();
        assertThat(list("select concat(enrolment_id, ': ', count(*)) from attendance_case where status = 'OPEN'"
                        + " group by enrolment_id having count(*) > 1"))
                .as("pupils with two open cases")
                .isEmpty();
        assertThat(list("select c.ref from attendance_case c join ACT_RU_EXECUTION e on e.BUSINESS_KEY_ = c.ref"
                        + " where c.status = 'CLOSED'"))
                .as("closed cases of which a process goes on")
                .isEmpty();
        assertThat(list("select concat(model, ' ', process_key, ' ', kind, ' ', count(*)) from work_item"
                        + " where status = 'OPEN' group by model, process_key, kind, title having count(*) > 1"))
                .as("the same task twice")
                .isEmpty();
    }

    /** Every chain of the journal verifies. @return how many there are */
    int everyChainVerifies() {
        Journal journal = daymark.bean(Journal.class);
        List<String> subjects = list("select subject from journal_chain");
        assertThat(subjects).isNotEmpty();
        List<String> broken = new ArrayList<>();
        for (String subject : subjects) {
            Journal.Verdict verdict = journal.verify(subject);
            if (!verdict.linked() || !verdict.contentEqual()) {
                broken.add(subject);
            }
        }
        assertThat(broken).as("journal chains that do not verify").isEmpty();
        return subjects.size();
    }

    private List<String> list(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private Map<String, String> pairs(String sql) {
        Map<String, String> pairs = new TreeMap<>();
        database.sql(sql)
                .query((row, number) -> pairs.put(row.getString(1), row.getString(2)))
                .list();
        return pairs;
    }
}
