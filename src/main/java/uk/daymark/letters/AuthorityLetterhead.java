package uk.daymark.letters;

import java.util.List;

/**
 * What stands at the head and the foot of an authority's letters. Text that is not known is empty text.
 *
 * @param authority the name of its policy
 * @param name as parents read it: "Cambridgeshire County Council, Attendance Service"
 * @param address its address, line by line
 * @param sender who to speak to; this name signs letters
 */
public record AuthorityLetterhead(
        String authority, String name, List<String> address, String sender, String phone, String email) {

    public AuthorityLetterhead {
        address = List.copyOf(address);
    }
}
