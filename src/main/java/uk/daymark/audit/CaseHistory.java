package uk.daymark.audit;

import java.util.List;
import java.util.Map;
import uk.daymark.cases.CaseFile;
import uk.daymark.cases.DecisionMade;
import uk.daymark.journal.Recorded;

/**
 * What happened in a case as somebody may read it.
 *
 * @param file the case
 * @param keys the keys of the processes of the case with whom or what each is about
 * @param entries the entries of the case's own chain, as this person may read them, oldest first
 * @param decisions what people decided, oldest first
 * @param rules every rule that fired, oldest first
 * @param path every arrow that was taken, oldest first
 * @param pictures the path drawn on the models, each in the version that was used
 */
public record CaseHistory(
        CaseFile file,
        Map<String, String> keys,
        List<Recorded> entries,
        List<DecisionMade> decisions,
        List<RuleFired> rules,
        List<PathRow> path,
        List<Picture> pictures) {}
