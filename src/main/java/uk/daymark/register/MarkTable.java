package uk.daymark.register;

import java.util.Arrays;

/**
 * The marks of one file, gathered by pupil and school week in flat arrays: about 70 bytes a pupil-week, however many lines the file
 * has. Remembers the line that first gave each mark.
 */
final class MarkTable {

    private final int mostEntries;
    private int size;
    private long[] keys = new long[1024];
    private byte[] codes = new byte[1024 * Weeks.SLOTS];
    private int[] lines = new int[1024 * Weeks.SLOTS];
    private short[] blanks = new short[1024];
    private short[] writes = new short[1024];
    private int[] blankLines = new int[1024];
    /** Open addressing; one more than the entry, zero where free. */
    private int[] index = new int[4096];

    MarkTable(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    /**
     * The entry of that pupil and week, made where there is none.
     *
     * @param pupil the pupil's number within this file, from 0
     * @param week the week's number
     * @throws FileTooLargeException where there is no room for another
     */
    int entry(int pupil, int week) {
        long key = key(pupil, week);
        int place = find(key);
        if (index[place] == 0) {
            if (size == mostEntries) {
                throw new FileTooLargeException(
                        "The file holds more than " + mostEntries
                                + " weeks of pupils. Nothing was taken from it. Split the file, for example by school or by term.");
            }
            if (size == keys.length) {
                grow();
                place = find(key);
            }
            keys[size] = key;
            index[place] = ++size;
        }
        return index[place] - 1;
    }

    /** The entries' keys, by pupil, then by week. */
    long[] sortedKeys() {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The entry of a key, or -1 where there is none. */
    int entryOf(long key) {
        return index[find(key)] - 1;
    }

    static int pupilOf(long key) {
        return (int) (key >>> 32);
    }

    static int weekOf(long key) {
        return (int) key;
    }

    /** The code in a slot, zero where the file gives none. */
    byte code(int entry, int slot) {
        return codes[entry * Weeks.SLOTS + slot];
    }

    /** The line that first gave the code in a slot. */
    int line(int entry, int slot) {
        return lines[entry * Weeks.SLOTS + slot];
    }

    void put(int entry, int slot, byte code, long line) {
        codes[entry * Weeks.SLOTS + slot] = code;
        lines[entry * Weeks.SLOTS + slot] = (int) line;
    }

    /** Notes that the file says "not taken yet" of a slot. */
    void putBlank(int entry, int slot, long line) {
        if (blanks[entry] == 0) {
            blankLines[entry] = (int) line;
        }
        blanks[entry] |= (short) (1 << slot);
    }

    boolean isBlank(int entry, int slot) {
        return (blanks[entry] & (1 << slot)) != 0;
    }

    /** Notes that the mark in a slot is another than the one that is stored. */
    void putWrite(int entry, int slot) {
        writes[entry] |= (short) (1 << slot);
    }

    /** Whether the mark in a slot is another than the one that is stored. */
    boolean isWrite(int entry, int slot) {
        return (writes[entry] & (1 << slot)) != 0;
    }

    int blankLine(int entry) {
        return blankLines[entry];
    }

    /**
     * The name of a pupil's week. Weeks before 1970 have negative numbers, so their bits are kept apart from the pupil's.
     */
    static long key(int pupil, int week) {
        return ((long) pupil << 32) | (week & 0xFFFFFFFFL);
    }

    private int find(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 33) & (index.length - 1);
        while (index[place] != 0 && keys[index[place] - 1] != key) {
            place = (place + 1) & (index.length - 1);
        }
        return place;
    }

    private void grow() {
        int room = (int) Math.min(mostEntries, keys.length * 2L);
        keys = Arrays.copyOf(keys, room);
        codes = Arrays.copyOf(codes, room * Weeks.SLOTS);
        lines = Arrays.copyOf(lines, room * Weeks.SLOTS);
        blanks = Arrays.copyOf(blanks, room);
        writes = Arrays.copyOf(writes, room);
        blankLines = Arrays.copyOf(blankLines, room);
        index = new int[Integer.highestOneBit(Math.max(room, 2) - 1) * 4];
        for (int entry = 0; entry < size; entry++) {
            index[find(keys[entry])] = entry + 1;
        }
    }
}
