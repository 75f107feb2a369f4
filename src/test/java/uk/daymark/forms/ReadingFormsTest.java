package uk.daymark.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.forms.FormPart.Heading;
import uk.daymark.forms.FormPart.Words;

class ReadingFormsTest {

    private final Forms forms = new Forms();

    @Test
    void aFormIsReadFromTopToBottomWithItsGroups() {
        FormDefinition form = forms.read(ExampleForm.JSON);
        assertThat(form.id()).isEqualTo("call");
        assertThat(form.parts().get(0)).isEqualTo(new Words("Ring before 10am."));
        assertThat(form.parts().get(2)).isEqualTo(new Heading("What they told you"));
        assertThat(form.fields())
                .extracting(Field::key)
                .containsExactly("outcome", "code", "minutes", "on", "told", "steps", "ref", "reason");
        assertThat(form.field("on").map(Field::label)).hasValue("Day of the call");
        assertThat(form.field("code").map(Field::hint)).hasValue("As in the register");
        assertThat(form.field("code").map(field -> field.labelOf("I"))).hasValue("I, illness");
    }

    /** Each would be shown or checked otherwise than its author thinks, so none is taken. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"type\": \"table\", \"label\": \"T\"}; 'table' are not shown",
                "{\"type\": \"html\", \"content\": \"<b>\"}; 'html' are not shown",
                "{\"type\": \"expression\", \"key\": \"a\"}; 'expression' are not shown",
                "{\"type\": \"datetime\", \"key\": \"a\", \"label\": \"A\", \"subtype\": \"datetime\"}; date without a time",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"conditional\": {\"hide\": \"=true\"}}; 'conditional'",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"disabled\": true}; 'disabled'",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"validate\": {\"validationType\": \"email\"}}; 'validationType'",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"validate\": {\"min\": 1}}; does not fit",
                "{\"type\": \"number\", \"key\": \"a\", \"label\": \"A\", \"validate\": {\"maxLength\": 1}}; does not fit",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"validate\": {\"maxLength\": 100000}}; whole number from",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"validate\": {\"pattern\": \"[\"}}; pattern",
                "{\"type\": \"textfield\", \"key\": \"a.b\", \"label\": \"A\"}; needs a key",
                "{\"type\": \"textfield\", \"key\": \"a\"}; has no dateLabel",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"=name\"}; expression",
                "{\"type\": \"radio\", \"key\": \"a\", \"label\": \"A\", \"values\": []}; no options",
                "{\"type\": \"radio\", \"key\": \"a\", \"label\": \"A\", \"valuesKey\": \"x\"}; 'valuesKey'",
                "{\"type\": \"radio\", \"key\": \"a\", \"label\": \"A\", \"values\": [{\"value\": \"x\", \"label\": \"X\"}, {\"value\": \"x\", \"label\": \"Y\"}]}; two of one value",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"properties\": {\"showWhen\": \"b=c\"}}; showWhen",
                "{\"type\": \"textfield\", \"key\": \"a\", \"label\": \"A\", \"properties\": {\"hinnt\": \"c\"}}; 'hinnt'"
            })
    void whatIsNotInTheSubsetIsRefusedWithAReason(String component, String reason) {
        assertThatThrownBy(() -> forms.read("{\"id\": \"f\", \"components\": [" + component + "]}"))
                .isInstanceOf(UnusableFormException.class)
                .hasMessageContaining("The form f cannot be used")
                .hasMessageContaining(reason);
    }

    @Test
    void aFormWithTwoFieldsOfOneKeyOrWithoutIdIsRefused() {
        assertThatThrownBy(() -> forms.read(
                        "{\"id\": \"f\", \"components\": [{\"type\": \"checkbox\", \"key\": \"a\", \"label\": \"A\"},"
                                + " {\"type\": \"checkbox\", \"key\": \"a\", \"label\": \"A\"}]}"))
                .hasMessageContaining("two fields 'a'");
        assertThatThrownBy(() -> forms.read("{\"components\": []}")).hasMessageContaining("no id");
        assertThatThrownBy(() -> forms.read("{")).hasMessageContaining("not JSON");
    }

    @Test
    void everyFormOfDaymarkCanBeShownAndOneThatCannotStopsTheStart() {
        Forms.checkAll("classpath*:forms/**/*.form");
        assertThatThrownBy(() -> Forms.checkAll("classpath*:fixtures/forms/with-a-table.form"))
                .isInstanceOf(UnusableFormException.class)
                .hasMessageContaining("table");
        assertThatThrownBy(() -> Forms.checkAll("classpath*:fixtures/forms/other-name.form"))
                .hasMessageContaining("is not its file's name");
    }
}
