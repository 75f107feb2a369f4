package uk.daymark.practice.sample;

import java.util.List;

/**
 * What stands at the head of a sample authority's letters.
 *
 * @param authority the name of its policy
 * @param name as parents read it
 * @param address line by line
 * @param sender who to speak to
 */
public record SampleLetterhead(
        String authority, String name, List<String> address, String sender, String phone, String email) {

    public SampleLetterhead {
        address = List.copyOf(address);
    }
}
