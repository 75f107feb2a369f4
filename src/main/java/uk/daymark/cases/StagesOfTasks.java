package uk.daymark.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.daymark.access.SignedIn;
import uk.daymark.worklist.CaseStages;

/** Tells the work list which stages cases are at. */
@Component
class StagesOfTasks implements CaseStages {

    private final Cases cases;

    StagesOfTasks(Cases cases) {
        this.cases = cases;
    }

    @Override
    public Map<String, String> stages(SignedIn person) {
        Map<String, String> words = new LinkedHashMap<>();
        cases.stages(person).stream().sorted().forEach(stage -> words.put(stage, StageWords.of(stage)));
        return words;
    }

    @Override
    public String selectRefs() {
        return "select ref from attendance_case where stage = ?";
    }
}
