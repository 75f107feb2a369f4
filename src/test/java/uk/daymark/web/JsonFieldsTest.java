package uk.daymark.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

    @Test
    void readsEachKindOfField() {
        JsonFields fields = fields(
                "{'t':'x','d':'2025-09-15','m':'2025-09-15T08:30','n':3,'b':true,'c':'MONDAY','o':{'t':'y'},'l':[{'n':1},{'n':2}],'a':[1]}");
        assertThat(fields.text("t")).hasValue("x");
        assertThat(fields.date("d")).hasValue(LocalDate.of(2025, 9, 15));
        assertThat(fields.dateTime("m")).hasValueSatisfying(at -> assertThat(at).isEqualTo("2025-09-15T08:30"));
        assertThat(fields.whole("n")).hasValue(3);
        assertThat(fields.flag("b")).hasValue(true);
        assertThat(fields.choice("c", DayOfWeek.class)).hasValue(DayOfWeek.MONDAY);
        assertThat(fields.object("o").flatMap(part -> part.text("t"))).hasValue("y");
        assertThat(fields.objects("l"))
                .extracting(part -> part.whole("n").orElseThrow())
                .containsExactly(1, 2);
        assertThat(fields.any("a")).isPresent();
        fields.finish();
    }

    @Test
    void tellsEveryFaultAtOnceWithItsPointer() {
        JsonFields fields = fields(
                "{'t':1,'d':'2025-02-30','n':1.5,'b':'yes','c':'SOMEDAY','o':[],'l':[{'x/y~z':1},7],'extra':0,'nothing':null}");
        fields.need("missing");
        fields.text("missing");
        fields.need("nothing");
        fields.text("nothing");
        fields.text("t");
        fields.date("d");
        fields.whole("n");
        fields.flag("b");
        fields.choice("c", DayOfWeek.class);
        fields.object("o");
        fields.objects("l");
        assertThat(catchThrowableOfType(InvalidInput.class, fields::finish).faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/missing", "/nothing", "/t", "/d", "/n", "/b", "/c", "/o", "/l/1", "/extra", "/l/0/x~1y~0z");
    }

    @Test
    void aNumberBeyondItsTypeIsAFaultAndNotAnotherNumber() {
        JsonFields fields = fields("{'n':4294967297}");
        assertThat(fields.whole("n")).isEmpty();
        assertThatThrownBy(fields::finish).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> fields("[]")).isInstanceOf(InvalidInput.class);
    }

    private static JsonFields fields(String json) {
        try {
            return JsonFields.of(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
