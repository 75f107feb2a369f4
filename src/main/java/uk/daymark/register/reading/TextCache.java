package uk.daymark.register.reading;

import org.jspecify.annotations.Nullable;

/**
 * Remembers texts that stood in a column before, so that a date or a code that stands in half a million lines is one object.
 * Of fixed size: a text that falls on another's place drives it out.
 */
final class TextCache {

    private static final int PLACES = 512;
    private static final int LONGEST = 24;

    private final @Nullable String[] texts = new @Nullable String[PLACES];

    String text(char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(buffer, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int place = (hash ^ (hash >>> 9)) & (PLACES - 1);
        String there = texts[place];
        if (there != null && same(there, buffer, offset, length)) {
            return there;
        }
        String text = new String(buffer, offset, length);
        texts[place] = text;
        return text;
    }

    private static boolean same(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
