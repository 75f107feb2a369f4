package uk.daymark.practice.sample;

import java.util.List;
import java.util.Random;

/** Chances that come out the same each time. {@link Random} says how it draws, so they do on every machine. */
final class Chance {

    private final Random random;

    /** @param seed the sample's; with what it is for, so that one part can change and leave the others */
    Chance(long seed, String of) {
        long mixed = seed;
        for (int i = 0; i < of.length(); i++) {
            mixed = mixed * 0x5DEECE66DL + of.charAt(i);
        }
        random = new Random(mixed ^ (mixed >>> 21));
    }

    /** True so often of a thousand times. */
    boolean in1000(int times) {
        return random.nextInt(1000) < times;
    }

    /** From nought to one less. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** From one to the longest, short ones more often than long ones. */
    int length(int longest) {
        double drawn = random.nextDouble();
        return 1 + (int) (drawn * drawn * longest);
    }

    /** How often something happens that happens so often on average. */
    int times(double average) {
        double left = Math.exp(-average);
        double drawn = random.nextDouble();
        int times = 0;
        double chance = left;
        while (drawn > chance && times < 40) {
            drawn -= chance;
            times++;
            chance = chance * average / times;
        }
        return times;
    }

    <T> T of(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
