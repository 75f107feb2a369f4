package uk.daymark.measure;

import java.util.Optional;

/**
 * The longest run of leave taken without permission, over consecutive planned sessions of the whole register. Any other mark ends a
 * run, codes of no possible attendance included, and so does a session that was not taken: what is not known proves no run. Nights,
 * weekends, closures and holidays do not end it.
 *
 * @param longest its length in sessions
 * @param first its first session; empty where there is none
 * @param reachedAt the session at which a run first grew long enough to matter under the policy; empty where none did
 */
public record LeaveRun(int longest, Optional<Session> first, Optional<Session> reachedAt) {}
