package uk.daymark.workflow.engine;

import uk.daymark.workflow.Decisions.Fired;

/** Keeps which rules fired. */
interface RuleWriter {

    /** A rule of a table just fired, in the transaction of whoever asked. */
    void fired(String key, Fired fired);
}
