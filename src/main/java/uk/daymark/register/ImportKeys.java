package uk.daymark.register;

import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was answered under an Idempotency-Key, so that a call that is sent again gets the same answer and does nothing. */
@Component
class ImportKeys {

    private final JdbcTemplate jdbc;
    private final AnswerJson answers;

    ImportKeys(JdbcTemplate jdbc, AnswerJson answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /**
     * The answer first given under the order's key, whatever has become of the import since.
     *
     * @throws RegisterConflictException where the key was used for another order
     */
    Optional<ImportResult> answered(ImportOrder order, String requestHash) {
        if (order.idempotencyKey().isEmpty()) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        "select k.request_hash, k.outcome, coalesce(k.answer, i.answer) as answer from import_key k join import_run i on i.id = k.import_id"
                                + " where k.sent_by = ? and k.idempotency = ?",
                        (row, number) -> {
                            if (!row.getString("request_hash").equals(requestHash)) {
                                throw new RegisterConflictException("This Idempotency-Key was used for another file or"
                                        + " another way of importing it. Use a new key.");
                            }
                            return new ImportResult(
                                    ImportResult.Outcome.valueOf(row.getString("outcome")),
                                    answers.read(row.getString("answer")));
                        },
                        order.by().userName(),
                        order.idempotencyKey().get())
                .stream()
                .findFirst();
    }

    void remember(ImportOrder order, String requestHash, ImportResult result) {
        order.idempotencyKey()
                .ifPresent(key -> jdbc.update(
                        "insert into import_key (sent_by, idempotency, request_hash, outcome, import_id, answer)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        order.by().userName(),
                        key,
                        requestHash,
                        result.outcome().name(),
                        result.answer().importId(),
                        answers.written(result.answer())));
    }
}
