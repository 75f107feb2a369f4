package uk.daymark.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A tree of hashes: its root changes when any of its leaves does, and a few hashes show that a leaf belongs to it without showing the other
 * leaves. Two are hashed together as the text {@code node}, the left and the right hash, each on a line of its own; one that is left
 * over goes up as it is.
 */
final class Merkle {

    private Merkle() {}

    /** The hash of a chain's head. */
    static String leaf(String subject, long entries, String head) {
        return hash("chain\n" + subject + "\n" + entries + "\n" + head + "\n");
    }

    /** The hash of the root of the seal before. */
    static String previous(String root) {
        return hash("seal\n" + root + "\n");
    }

    /** @param leaves one at least */
    static String root(List<String> leaves) {
        List<String> level = leaves;
        while (level.size() > 1) {
            level = above(level);
        }
        return level.get(0);
    }

    /**
     * What has to be hashed to a leaf, one after the other, to come to the root.
     *
     * @return each as {@code L hash} where it stands to the left and {@code R hash} where to the right
     */
    static List<String> way(List<String> leaves, int leaf) {
        List<String> way = new ArrayList<>();
        List<String> level = leaves;
        for (int at = leaf; level.size() > 1; at /= 2) {
            int other = at % 2 == 0 ? at + 1 : at - 1;
            if (other < level.size()) {
                way.add((other < at ? "L " : "R ") + level.get(other));
            }
            level = above(level);
        }
        return way;
    }

    private static List<String> above(List<String> level) {
        List<String> above = new ArrayList<>();
        for (int at = 0; at < level.size(); at += 2) {
            above.add(at + 1 < level.size() ? node(level.get(at), level.get(at + 1)) : level.get(at));
        }
        return above;
    }

    private static String node(String left, String right) {
        return hash("node\n" + left + "\n" + right + "\n");
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
