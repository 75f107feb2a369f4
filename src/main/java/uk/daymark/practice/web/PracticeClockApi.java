package uk.daymark.practice.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.practice.ClockMoves;
import uk.daymark.practice.PracticeClock;
import uk.daymark.web.JsonFields;

@RestController
@Profile("practice")
@Tag(name = "Practice")
class PracticeClockApi {

    private final Access access;
    private final ClockMoves moves;
    private final PracticeClock clock;

    PracticeClockApi(Access access, ClockMoves moves, PracticeClock clock) {
        this.access = access;
        this.moves = moves;
        this.clock = clock;
    }

    @PostMapping("/api/practice/clock")
    @Operation(
            summary = "Moves the practice clock forward",
            description = "Takes {\"to\": \"2025-11-21T12:00\"}, London time.")
    Stands move(@RequestBody JsonNode body) {
        access.require(Action.MOVE_CLOCK);
        JsonFields fields = JsonFields.of(body);
        fields.need("to");
        Optional<LocalDateTime> to = fields.dateTime("to");
        fields.finish();
        moves.moveTo(to.orElseThrow());
        return new Stands(clock.wallTime());
    }

    /** @param now where the clock stands, London time */
    record Stands(
            @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm") LocalDateTime now) {}
}
