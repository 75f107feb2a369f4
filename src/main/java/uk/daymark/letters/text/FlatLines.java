package uk.daymark.letters.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code key: value} lines, the plainest YAML: a value is the rest of its line, quotes around it are taken off, {@code #} at the
 * beginning of a line is a remark.
 *
 * @param values by key, in order
 * @param lines on which line of the file each key stands, counted from 1
 */
record FlatLines(Map<String, String> values, Map<String, Integer> lines) {

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_.]+):\\s*(.*)");

    /**
     * Reads lines.
     *
     * @param first the number of the first of them in the file
     */
    static FlatLines read(String file, List<String> text, int first, List<LetterFault> faults) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                faults.add(new LetterFault(file, first + i, "Write this line as 'key: value'"));
            } else if (values.putIfAbsent(matcher.group(1), unquoted(matcher.group(2))) != null) {
                faults.add(new LetterFault(
                        file, first + i, "'" + matcher.group(1) + "' stands here twice; take one of them out"));
            } else {
                lines.put(matcher.group(1), first + i);
            }
        }
        return new FlatLines(values, lines);
    }

    private static String unquoted(String value) {
        String text = value.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
