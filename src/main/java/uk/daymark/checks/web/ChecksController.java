package uk.daymark.checks.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.daymark.access.Access;
import uk.daymark.access.Action;
import uk.daymark.checks.DateChecks;
import uk.daymark.checks.NoticeChecks;
import uk.daymark.checks.NoticeFigures;
import uk.daymark.checks.ReferralChecks;
import uk.daymark.checks.ReferralVerdict;
import uk.daymark.checks.RegisterChecks;
import uk.daymark.figures.RegisterFigures;

@RestController
@RequestMapping("/api/checks")
@Tag(name = "Checks", description = "Stateless: nothing is stored and the clock is not read.")
class ChecksController {

    private final Access access;
    private final RegisterChecks registerChecks;
    private final DateChecks dateChecks;
    private final NoticeChecks noticeChecks;
    private final ReferralChecks referralChecks;

    ChecksController(
            Access access,
            RegisterChecks registerChecks,
            DateChecks dateChecks,
            NoticeChecks noticeChecks,
            ReferralChecks referralChecks) {
        this.access = access;
        this.registerChecks = registerChecks;
        this.dateChecks = dateChecks;
        this.noticeChecks = noticeChecks;
        this.referralChecks = referralChecks;
    }

    @PostMapping("/register")
    @Operation(summary = "Measures a register under a policy, with the sessions behind every figure")
    RegisterFigures register(@RequestBody JsonNode body) {
        access.require(Action.CHECK);
        return registerChecks.check(body).figures();
    }

    @PostMapping("/dates")
    @Operation(summary = "Answers questions about school days, school weeks, panels and compulsory school age")
    DateChecks.Answers dates(@RequestBody JsonNode body) {
        access.require(Action.CHECK);
        return dateChecks.check(body);
    }

    @PostMapping("/notice")
    @Operation(summary = "Says whether a penalty notice may be issued, at which rate, and which dates follow")
    NoticeFigures notice(@RequestBody JsonNode body) {
        access.require(Action.CHECK);
        return noticeChecks.check(body);
    }

    @PostMapping("/referral")
    @Operation(summary = "Says whether the authority would accept a referral, with every check that fails")
    ReferralVerdict referral(@RequestBody JsonNode body) {
        access.require(Action.CHECK);
        return referralChecks.check(body);
    }
}
