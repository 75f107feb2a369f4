package uk.daymark.forms;

/** A form with every kind of question. */
final class ExampleForm {

    static final String JSON = """
            {"id": "call", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": [
              {"type": "text", "id": "t1", "text": "Ring before 10am."},
              {"type": "radio", "key": "outcome", "label": "What did they say?",
               "values": [{"value": "reason", "label": "They gave a reason"}, {"value": "wrong", "label": "Wrong number"},
                          {"value": "none", "label": "Nobody answered"}],
               "validate": {"required": true}, "properties": {"error": "Select what they said"}},
              {"type": "group", "label": "What they told you", "components": [
                {"type": "select", "key": "code", "label": "Code", "values": [{"value": "I", "label": "I, illness"},
                 {"value": "M", "label": "M, medical"}], "validate": {"required": true},
                 "properties": {"showWhen": "outcome=reason|wrong", "error": "Select the code", "hint": "As in the register"}},
                {"type": "number", "key": "minutes", "label": "Minutes late", "validate": {"min": 0, "max": 400}}]},
              {"type": "datetime", "subtype": "date", "key": "on", "dateLabel": "Day of the call", "validate": {"required": true}},
              {"type": "checkbox", "key": "told", "label": "I told the lead"},
              {"type": "checklist", "key": "steps", "label": "Steps taken", "values": [{"value": "ring", "label": "Rang"},
               {"value": "write", "label": "Wrote"}]},
              {"type": "textfield", "key": "ref", "label": "Reference", "validate": {"minLength": 2, "pattern": "[A-Z]{1,2}[0-9]*"}},
              {"type": "textarea", "key": "reason", "label": "Why?", "validate": {"required": true, "maxLength": 2000}}
            ]}""";

    private ExampleForm() {}
}
