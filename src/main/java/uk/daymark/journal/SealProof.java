package uk.daymark.journal;

import java.util.List;

/**
 * That a chain stood so when a seal was made.
 *
 * @param subject whose chain
 * @param entries how many entries it had
 * @param head the hash of the last of them
 * @param way what has to be hashed to it, one after the other: {@code L hash} and {@code R hash} as in a Merkle tree, and {@code seal}
 *     where the root that was come to goes into the next seal
 * @param seal the seal that it leads to: the latest that was lodged, or the latest of all where none was since
 */
public record SealProof(String subject, long entries, String head, List<String> way, Seal seal) {

    public SealProof {
        way = List.copyOf(way);
    }

    /** The root that it comes to. */
    public String root() {
        String hash = Merkle.leaf(subject, entries, head);
        for (String step : way) {
            hash = switch (step.charAt(0)) {
                case 'L' -> Merkle.root(List.of(step.substring(2), hash));
                case 'R' -> Merkle.root(List.of(hash, step.substring(2)));
                default -> Merkle.previous(hash);
            };
        }
        return hash;
    }

    /** Whether it comes to the seal's own root, and the chain still stands so, with whatever was added since. */
    public boolean holdsFor(Chain chain) {
        return root().equals(seal.root())
                && chain.links().stream()
                        .anyMatch(link -> link.recorded().number() == entries
                                && link.hash().equals(head));
    }
}
