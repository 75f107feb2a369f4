package uk.daymark.practice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.practice.SampleRegisters;

@RestController
@Profile("practice")
@Tag(name = "Practice")
class SampleRegistersApi {

    private final Access access;
    private final SampleRegisters registers;

    SampleRegistersApi(Access access, SampleRegisters registers) {
        this.access = access;
        this.registers = registers;
    }

    @PostMapping("/api/practice/registers")
    @Operation(
            summary = "Imports what the sample schools' own systems would have sent by now",
            description =
                    "Every register that has closed since the last time. Answers how many marks came and what they cause.")
    SampleRegisters.Brought bringIn() {
        access.require(Action.MOVE_CLOCK);
        return registers.bringIn();
    }
}
