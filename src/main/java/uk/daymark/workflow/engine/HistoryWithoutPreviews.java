package uk.daymark.workflow.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** The engine's own history, without the tables that were asked only to show what they would say. */
final class HistoryWithoutPreviews extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricDecisionEvaluationEvent && Asking.forAPreview()) {
            return;
        }
        super.handleEvent(event);
    }
}
