package uk.daymark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MerkleTest {

    @Property
    void theWayFromEveryChainLeadsThroughEverySealToTheLast(
            @ForAll @IntRange(min = 1, max = 40) int chains, @ForAll @IntRange(max = 39) int which) {
        int mine = which % chains;
        List<String> leaves = new ArrayList<>(List.of(Merkle.previous("")));
        for (int at = 0; at < chains; at++) {
            leaves.add(Merkle.leaf("A-2025-" + at, at + 1, "head" + at));
        }
        List<String> next = List.of(Merkle.previous(Merkle.root(leaves)), Merkle.leaf("A-2025-9999", 1, "other"));
        List<String> way = new ArrayList<>(Merkle.way(leaves, mine + 1));
        way.add("seal");
        way.addAll(Merkle.way(next, 0));
        Seal last = new Seal(2, Instant.EPOCH, 1, Merkle.root(next), Optional.empty());
        assertThat(new SealProof("A-2025-" + mine, mine + 1, "head" + mine, way, last).root())
                .isEqualTo(last.root());
        assertThat(new SealProof("A-2025-" + mine, mine + 2, "head" + mine, way, last).root())
                .as("another length leads elsewhere")
                .isNotEqualTo(last.root());
        assertThat(new SealProof("A-2025-" + mine, mine + 1, "other", way, last).root())
                .isNotEqualTo(last.root());
    }
}
