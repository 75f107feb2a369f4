package uk.daymark.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.daymark.forms.FormPart.Field;
import uk.daymark.forms.FormPart.Option;
import uk.daymark.forms.Forms.Checked;

/** Whatever is sent: no exception, and nothing is kept that the form does not offer. */
class AnyAnswerProperties {

    private final Forms forms = new Forms();
    private final FormDefinition form = forms.read(ExampleForm.JSON);

    @Property(tries = 2000)
    void nothingIsKeptThatTheFormDoesNotOffer(@ForAll("answers") Map<String, Object> given) {
        Checked checked = forms.check(form, given);
        checked.fields().forEach((key, value) -> {
            Field field = form.field(key).orElseThrow();
            List<String> offered = field.options().stream().map(Option::value).toList();
            switch (field.kind()) {
                case RADIO, SELECT -> assertThat(offered).contains(String.valueOf(value));
                case CHECKLIST ->
                    assertThat(((List<?>) value).stream().map(String::valueOf))
                            .isSubsetOf(offered)
                            .doesNotHaveDuplicates();
                case CHECKBOX -> assertThat(value).isEqualTo(true);
                case NUMBER ->
                    assertThat((Integer) value)
                            .isBetween(field.rules().min(), field.rules().max());
                case DATE -> assertThat(LocalDate.parse(String.valueOf(value))).isNotNull();
                case TEXT_FIELD, TEXT_AREA ->
                    assertThat(String.valueOf(value))
                            .isNotBlank()
                            .isEqualTo(String.valueOf(value).strip())
                            .doesNotContain("\u0000")
                            .hasSizeLessThanOrEqualTo(2 * field.rules().maxLength());
            }
        });
        assertThat(checked.errors().keySet()).noneMatch(checked.fields()::containsKey);
        given.keySet().stream()
                .filter(key -> form.field(key).isEmpty())
                .forEach(key -> assertThat(checked.errors()).containsKey(key));
    }

    @Property(tries = 500)
    void whatWasKeptIsKeptAgainWhenItIsSentAgain(@ForAll("answers") Map<String, Object> given) {
        Checked checked = forms.check(form, given);
        assertThat(forms.check(form, checked.fields()).fields()).isEqualTo(checked.fields());
    }

    @Provide
    Arbitrary<Map<String, Object>> answers() {
        Arbitrary<String> keys = Arbitraries.of(
                Stream.concat(form.fields().stream().map(Field::key), Stream.of("role", "status", "", "a/b~c"))
                        .toList());
        return Arbitraries.maps(keys, values()).ofMaxSize(9).map(HashMap::new);
    }

    private static Arbitrary<Object> values() {
        Arbitrary<Object> listed =
                Arbitraries.of("reason", "wrong", "none", "I", "M", "ring", "write", "true", "2025-11-03", "AB12");
        Arbitrary<Object> text = Arbitraries.strings().all().ofMaxLength(40).map(value -> value);
        Arbitrary<Object> lists =
                Arbitraries.oneOf(List.of(listed, text)).list().ofMaxSize(4).map(value -> value);
        Arbitrary<Object> boxes = Arbitraries.of("", "3", "31", "Nov", "2025", "x", "13")
                .tuple3()
                .map(three -> new DateBoxes(three.get1(), three.get2(), three.get3()));
        return Arbitraries.oneOf(
                listed,
                text,
                lists,
                boxes,
                Arbitraries.bigIntegers().map(value -> value),
                Arbitraries.doubles().map(value -> value),
                Arbitraries.of(true, false, Map.of("a", 1)));
    }
}
