package uk.daymark.letters.text;

/**
 * What is wrong in a file of {@code letters/}.
 *
 * @param file the name of the file
 * @param line where, counted from 1
 * @param message what is wrong and what to do, for the person who wrote the file
 */
public record LetterFault(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ", line " + line + ": " + message;
    }
}
