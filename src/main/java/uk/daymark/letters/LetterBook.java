package uk.daymark.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import uk.daymark.letters.text.LetterFault;
import uk.daymark.letters.text.LetterTemplate;
import uk.daymark.letters.text.TemplateReader;
import uk.daymark.letters.text.Words;
import uk.daymark.policy.Policies;
import uk.daymark.start.CannotStartException;

/** The templates of {@code letters/}, read when the application starts; a fault in a file keeps it from starting. */
@Component
class LetterBook {

    private static final String README = "README.md";

    private final Words words;
    private final Map<String, LetterTemplate> templates = new TreeMap<>();

    LetterBook(ResourcePatternResolver resources, Policies policies) throws IOException {
        List<LetterFault> faults = new ArrayList<>();
        words = Words.read(
                resources.getResource("classpath:letters/" + Words.FILE).getContentAsByteArray(), faults);
        refuse(faults);
        TemplateReader reader = new TemplateReader(words.mostWordsOfAnEarlyLetter());
        for (Resource resource : resources.getResources("classpath*:letters/*.md")) {
            String file = resource.getFilename();
            if (file != null && !file.equals(README)) {
                reader.read(file, resource.getContentAsByteArray(), faults).ifPresent(template -> {
                    checkPolicies(file, template, policies, faults);
                    templates.put(template.name(), template);
                });
            }
        }
        refuse(faults);
    }

    /** The words around and between what is filled in. */
    Words words() {
        return words;
    }

    /** Every template, by name. */
    Collection<LetterTemplate> all() {
        return List.copyOf(templates.values());
    }

    /** The template of that very name. */
    Optional<LetterTemplate> named(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    /**
     * The template that a school uses for a letter: its policy's own variant where there is one, else that of a policy it inherits
     * from, else the one for all.
     *
     * @param lineage the policy and those it inherits from, nearest first
     * @throws IllegalStateException where there is none: a model orders a letter that nobody wrote
     */
    LetterTemplate of(String name, List<String> lineage) {
        for (String policy : lineage) {
            Optional<LetterTemplate> variant = named(policy + "-" + name).filter(template -> template.isFor(policy));
            if (variant.isPresent()) {
                return variant.get();
            }
        }
        return named(name)
                .filter(template -> template.isFor("all") || lineage.stream().anyMatch(template::isFor))
                .orElseThrow(() -> new IllegalStateException("There is no letter " + name + " for " + lineage));
    }

    private static void checkPolicies(
            String file, LetterTemplate template, Policies policies, List<LetterFault> faults) {
        template.policies().stream()
                .filter(policy ->
                        !policy.equals("all") && policies.named(policy).isEmpty())
                .forEach(policy -> faults.add(new LetterFault(
                        file, 1, "There is no policy '" + policy + "'; name those of policies/, or write 'all'")));
    }

    private static void refuse(List<LetterFault> faults) {
        if (!faults.isEmpty()) {
            throw new CannotStartException(
                    faults.stream()
                            .map(LetterFault::toString)
                            .collect(Collectors.joining("\n", "Letters cannot be used as they are written:\n", "")),
                    "Mend these lines in letters/ and start again. letters/README.md says how a letter is written.");
        }
    }
}
