package uk.daymark.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.daymark.letters.text.Words;
import uk.daymark.time.Dates;

/**
 * What stands around the words of a letter to one parent: nobody else's name or address.
 *
 * @param contactUs "ring Ms Jones on 0118 496 0001"
 */
record LetterFrame(Words words, Dates dates, LetterAbout about, Recipient recipient, String ref, String contactUs) {

    private static final List<String> ENGLISH = List.of("", "english", "en", "eng", "en-gb");

    List<String> from() {
        return about.sender();
    }

    List<String> to() {
        return Stream.concat(Stream.of(recipient.name()), recipient.address().stream())
                .toList();
    }

    String reference() {
        return words.say("reference", "ref", ref);
    }

    String day(LocalDate day) {
        return dates.day(day);
    }

    String greeting() {
        return words.say("greeting", "name", recipient.salutation());
    }

    List<String> signature() {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("closing"));
        String sender = about.letterhead().sender();
        lines.add(
                sender.isBlank()
                        ? words.say(about.fromTheAuthority() ? "sender.authority" : "sender.unknown")
                        : sender);
        lines.add(about.from());
        return lines;
    }

    List<String> below() {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("other_forms", "contact", contactUs));
        String language = recipient.link().language().strip();
        if (!ENGLISH.contains(language.toLowerCase(Locale.ROOT))) {
            lines.add(words.say("other_language", "language", language, "contact", contactUs));
        }
        return lines;
    }
}
