package uk.daymark.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every fault is refused with file, line and what to do. */
class FaultyPolicyFilesTest {

    private static final String HEAD = """
            title: A county
            about: Its code
            inherits: national
            values:
            """;

    @Test
    void refusesAKeyThatIsNotKnown() {
        assertThat(faults(HEAD + "  threshold.sesions:\n    - {value: 10}\n"))
                .containsExactly("county.yaml, line 5: 'threshold.sesions' is not a key of a policy; near it there are "
                        + "threshold.sessions, threshold.window, threshold.codes, threshold.spans_settings");
    }

    @Test
    void refusesAFieldThatDoesNotBelongToAnEntry() {
        assertThat(faults(HEAD + """
                          threshold.sessions:
                            - value: 10
                              unit: sessions
                              form: 2025-01-01
                              from: 2025-01-01
                              source: Its code
                              confidence: source
                        """))
                .containsExactly("county.yaml, line 8: 'form' does not belong here; take it out or mend its spelling");
    }

    @Test
    void refusesAMissingUnit() {
        assertThat(faults(HEAD + """
                          pn.max:
                            - value: 2
                              from: 2025-01-01
                              source: Its code
                              confidence: source
                        """))
                .containsExactly("county.yaml, line 6: 'unit' is missing from pn.max; add it: unit: notices");
    }

    @Test
    void refusesAWrongUnit() {
        assertThat(faults(entry("threshold.window", "10", "weeks")))
                .containsExactly("county.yaml, line 5: The unit of threshold.window must be school weeks, not 'weeks'");
    }

    @Test
    void refusesAMissingSource() {
        assertThat(faults(HEAD + "  pn.max:\n    - {value: 2, unit: notices, from: 2025-01-01, confidence: source}\n"))
                .containsExactly("county.yaml, line 6: 'source' is missing from pn.max; add it");
    }

    @Test
    void refusesAConfidenceThatIsNotKnown() {
        assertThat(faults(entry("pn.max", "2", "notices").replace("confidence: source", "confidence: sure")))
                .containsExactly(
                        "county.yaml, line 5: The confidence of pn.max must be one of: seed, source, unconfirmed, not 'sure'");
    }

    @Test
    void refusesACodeThatDoesNotExist() {
        assertThat(faults(entry("threshold.codes", "[G, QQ]", "codes")))
                .singleElement()
                .asString()
                .startsWith("county.yaml, line 5: 'QQ' is not a code of the register; use / \\ L B");
    }

    @Test
    void refusesAnEmptySetOfCodesToCount() {
        assertThat(faults(entry("threshold.codes", "[]", "codes")))
                .containsExactly("county.yaml, line 5: The value of threshold.codes must name at least 1");
    }

    @Test
    void refusesAValueOutOfRange() {
        assertThat(faults(entry("tier.persistent", "101", "percent")))
                .containsExactly("county.yaml, line 5: The value of tier.persistent must be 100 or less, not '101'");
        assertThat(faults(entry("pn.max", "0", "notices")))
                .containsExactly("county.yaml, line 5: The value of pn.max must be 1 or more, not '0'");
    }

    @Test
    void refusesAValueOfAnotherForm() {
        assertThat(faults(entry("pn.max", "two", "notices")))
                .containsExactly("county.yaml, line 5: The value of pn.max must be a whole number, not 'two'");
        assertThat(faults(entry("nti.used", "yes", "yes or no")))
                .containsExactly("county.yaml, line 5: The value of nti.used must be true or false, not 'yes'");
        assertThat(faults(entry("pn.max", "", "notices")))
                .containsExactly(
                        "county.yaml, line 5: The value of pn.max must be a whole number; nothing stands here");
    }

    @Test
    void refusesADateThatDoesNotExist() {
        assertThat(faults(entry("pn.max", "2", "notices").replace("2025-01-01", "2025-02-29")))
                .containsExactly(
                        "county.yaml, line 5: The from of pn.max must be a date that exists, written as year, month and "
                                + "day: 2024-08-19, not '2025-02-29'");
    }

    @Test
    void refusesADateThatIsNoDateWhereTheRuleMayBeSwitchedOff() {
        assertThat(faults(entry("pn.count_offences_from", "true", "date")))
                .containsExactly(
                        "county.yaml, line 5: The value of pn.count_offences_from must be a date, or false to switch the rule off");
    }

    @Test
    void refusesOverlappingDatesOfOneKey() {
        assertThat(faults(HEAD + """
                          pn.max:
                            - {value: 2, unit: notices, from: 2025-01-01, to: 2025-09-01, source: Its code, confidence: source}
                            - {value: 3, unit: notices, from: 2025-09-01, source: Its code, confidence: source}
                        """))
                .containsExactly(
                        "county.yaml, line 7: Two entries of pn.max are in force on 2025-09-01; end the earlier one with "
                                + "'to: 2025-08-31' or take one out");
    }

    @Test
    void refusesALaterEntryAfterOneThatNeverEnds() {
        assertThat(faults(HEAD + """
                          pn.max:
                            - {value: 3, unit: notices, from: 2026-09-01, source: Its code, confidence: source}
                            - {value: 2, unit: notices, from: 2025-01-01, source: Its code, confidence: source}
                        """))
                .singleElement()
                .asString()
                .startsWith("county.yaml, line 6: Two entries of pn.max are in force on 2026-09-01");
    }

    @Test
    void takesEntriesThatFollowOneAnother() {
        assertThat(faults(HEAD + """
                          pn.max:
                            - {value: 2, unit: notices, from: 2025-01-01, to: 2025-08-31, source: Its code, confidence: source}
                            - {value: 3, unit: notices, from: 2025-09-01, source: Its code, confidence: source}
                        """)).isEmpty();
    }

    @Test
    void refusesAnEntryThatEndsBeforeItBegins() {
        assertThat(faults(entry("pn.max", "2", "notices")
                        .replace("from: 2025-01-01", "from: 2025-01-01, to: 2024-12-31")))
                .containsExactly("county.yaml, line 5: The entry of pn.max ends before it begins; mend 'from' or 'to'");
    }

    @Test
    void refusesAPolicyThatEndsBeforeItBegins() {
        assertThat(faults(HEAD.replace("values:", "in_force: {from: 2025-01-01, to: 2024-01-01}\nvalues: {}")))
                .containsExactly("county.yaml, line 4: The policy ends before it begins; mend 'from' or 'to'");
    }

    @Test
    void refusesAPairInTheWrongOrder() {
        assertThat(faults(entry("nti.length", "[6, 3]", "weeks")))
                .containsExactly(
                        "county.yaml, line 5: The two numbers of nti.length are the shortest and the longest; the first must "
                                + "not exceed the second");
    }

    @Test
    void refusesAValueThatContradictsAnInheritedOne() {
        assertThat(faults(entry("pn.days.discount", "29", "days")))
                .containsExactly(
                        "county.yaml, line 5: pn.days.discount is 29 and must not exceed pn.days.full, which is 28; "
                                + "change one of them");
    }

    @Test
    void refusesAParentThatDoesNotExist() {
        assertThat(faults(HEAD.replace("national", "nation") + "  {}\n"))
                .containsExactly(
                        "county.yaml, line 3: There is no policy 'nation'; there are cambridgeshire, cambridgeshire-2021, "
                                + "commonswood, county, herefordshire, hertfordshire, national");
    }

    @Test
    void refusesASuccessorThatDoesNotExist() {
        assertThat(faults("superseded_by: sussex\n" + HEAD + "  {}\n"))
                .singleElement()
                .asString()
                .startsWith("county.yaml, line 1: There is no policy 'sussex'");
    }

    @Test
    void refusesPoliciesThatInheritFromOneAnother() {
        Map<String, String> texts = new TreeMap<>(PolicyFiles.shippedTexts());
        texts.put("one.yaml", HEAD.replace("national", "two") + "  {}\n");
        texts.put("two.yaml", HEAD.replace("national", "one") + "  {}\n");
        assertThat(PolicyFiles.faultsOf(texts).stream().map(PolicyFault::toString))
                .containsExactly(
                        "one.yaml, line 3: A policy cannot inherit from itself: one inherits two inherits one; take 'inherits' out "
                                + "of one of them",
                        "two.yaml, line 3: A policy cannot inherit from itself: two inherits one inherits two; take 'inherits' out "
                                + "of one of them");
    }

    @Test
    void refusesAPolicyWithoutARequiredValue() {
        assertThat(faults("title: A county\nabout: Its code\nvalues: {}\n"))
                .hasSizeGreaterThan(20)
                .contains(
                        "county.yaml, line 3: There is no value for pn.max (Most notices to one parent for one child), here or in "
                                + "what is inherited; add it, or inherit from national");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThat(faults(entry("pn.max", "2", "notices") + "  pn.max: []\n"))
                .containsExactly(
                        "county.yaml, line 6: 'pn.max' stands here twice, first in line 5; put both together under one");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThat(faults(HEAD + "  pn.max: [2\n  other: 3\n"))
                .singleElement()
                .asString()
                .startsWith("county.yaml, line 6: This is not YAML");
        assertThat(faults(""))
                .containsExactly("county.yaml, line 1: The file is empty; write a policy into it or take it away");
        assertThat(faults("just words"))
                .containsExactly(
                        "county.yaml, line 1: The file must be a group of keys with their values, not 'just words'");
    }

    @Test
    void refusesAliasesWhichHideWhatAValueIs() {
        assertThat(faults(HEAD + "  pn.max: &a\n    - {value: *a}\n"))
                .contains(
                        "county.yaml, line 6: Anchors and aliases are not used in policies; write the value out here");
    }

    @Test
    void refusesAFileThatIsNotUtf8() {
        PolicyLoader loader = new PolicyLoader(PolicyFiles.json("policy.schema.json"));
        byte[] latin1 = {'t', 'i', 't', 'l', 'e', ':', ' ', (byte) 0xA3};
        assertThat(catchThrowableOfType(
                                PolicyFaultsException.class,
                                () -> loader.load(List.of(new PolicyLoader.Source("county.yaml", latin1))))
                        .faults())
                .extracting(PolicyFault::toString)
                .contains("county.yaml, line 1: The file is not UTF-8; save it again as plain text in UTF-8");
    }

    @Test
    void refusesANameThatCannotBeWrittenInAnAddress() {
        assertThat(PolicyFiles.faultsOf("My County", HEAD + "  {}\n"))
                .extracting(PolicyFault::toString)
                .singleElement()
                .asString()
                .startsWith("My County.yaml, line 1: A policy's file name has small letters");
    }

    @Test
    void listsAllFaultsOfAllFilesInOrder() {
        Map<String, String> texts = new TreeMap<>(PolicyFiles.shippedTexts());
        texts.put("a.yaml", HEAD + "  pn.mex: []\n  pn.lookback: []\n");
        texts.put("b.yaml", HEAD.replace("national", "nowhere") + "  {}\n");
        assertThat(PolicyFiles.faultsOf(texts))
                .extracting(fault -> fault.file() + ":" + fault.line())
                .containsExactly("a.yaml:5", "a.yaml:6", "b.yaml:3");
    }

    @Test
    void blamesAPolicyNotForTheFaultsOfItsParent() {
        Map<String, String> texts = new TreeMap<>(PolicyFiles.shippedTexts());
        texts.computeIfPresent("hertfordshire.yaml", (file, text) -> text.replace("unit: sessions", "unit: days"));
        assertThat(PolicyFiles.faultsOf(texts))
                .isNotEmpty()
                .allMatch(fault -> fault.file().equals("hertfordshire.yaml"));
    }

    @Test
    void saysAllOfItInTheMessageThatStopsTheStart() {
        Map<String, String> texts = Map.of("county.yaml", "title: A county\n");
        assertThat(catchThrowable(() -> PolicyFiles.loaded(texts)))
                .isInstanceOf(PolicyFaultsException.class)
                .hasMessageContaining("Mend these faults and start again:")
                .hasMessageContaining("county.yaml, line 1: 'about' is missing; add it")
                .hasMessageContaining("county.yaml, line 1: 'values' is missing; add it");
    }

    private static String entry(String key, String value, String unit) {
        return HEAD + "  " + key + ": [{value: " + value + ", unit: " + unit
                + ", from: 2025-01-01, source: Its code, confidence: source}]\n";
    }

    private static List<String> faults(String county) {
        return PolicyFiles.faultsOf("county", county).stream()
                .map(PolicyFault::toString)
                .toList();
    }
}
