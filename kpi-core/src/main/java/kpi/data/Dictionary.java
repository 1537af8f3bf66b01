package kpi.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives equal texts one code, without making a string of a text it knows already. */
final class Dictionary {
    /** A text that is not known. */
    static final int UNKNOWN = -1;

    /** Honest texts hardly ever collide that often; texts made to collide go to a map that sorts them. */
    private static final int MOST_PROBES = 64;

    private final List<String> texts = new ArrayList<>();

    /** All texts one after the other: text c ends where text c + 1 begins. */
    private char[] pool = new char[256];

    private int[] starts = new int[65];

    /** The code plus 1 of a text whose key is all of it, the negative of that for another one, 0 for none. */
    private int[] slots = new int[128];

    /** The key of the text in each slot. */
    private long[] keys = new long[128];

    private @Nullable Map<String, Integer> map;

    List<String> texts() {
        return texts;
    }

    int size() {
        return texts.size();
    }

    /** The code of a text that is known, or {@link #UNKNOWN}. */
    int find(char[] text, int from, int to) {
        if (map != null) {
            return map.getOrDefault(new String(text, from, to - from), UNKNOWN);
        }
        long key = key(text, from, to);
        boolean isWhole = isWhole(text, from, to);
        int mask = slots.length - 1;
        int slot = mixed(key) & mask;
        for (int probe = 0; probe < MOST_PROBES; probe++, slot = slot + 1 & mask) {
            int found = slots[slot];
            if (found == 0) {
                return UNKNOWN;
            }
            if (keys[slot] == key && found > 0 == isWhole) {
                int code = Math.abs(found) - 1;
                if (isWhole || Arrays.equals(pool, starts[code], starts[code + 1], text, from, to)) {
                    return code;
                }
            }
        }
        return UNKNOWN;
    }

    /** The code of a text, known or new. */
    int code(char[] text, int from, int to) {
        int code = find(text, from, to);
        return code == UNKNOWN ? add(text, from, to) : code;
    }

    int code(String text) {
        char[] chars = text.toCharArray();
        return code(chars, 0, chars.length);
    }

    /** A code for a text that {@link #find} does not know. */
    int add(char[] text, int from, int to) {
        String added = new String(text, from, to - from);
        int code = texts.size();
        texts.add(added);
        if (map == null) {
            keep(code, text, from, to);
        } else {
            map.put(added, code);
        }
        return code;
    }

    private void keep(int code, char[] text, int from, int to) {
        int start = starts[code];
        int length = to - from;
        if (code + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        long end = (long) start + length;
        long key = key(text, from, to);
        int slot = freeSlot(slots, key);
        if (slot < 0 || end > Integer.MAX_VALUE - 64) {
            useMap();
            return;
        }
        if (end > pool.length) {
            long doubled = Math.max(end, 2L * pool.length);
            pool = Arrays.copyOf(pool, (int) Math.min(doubled, Integer.MAX_VALUE - 64));
        }
        System.arraycopy(text, from, pool, start, length);
        starts[code + 1] = start + length;
        slots[slot] = isWhole(text, from, to) ? code + 1 : -code - 1;
        keys[slot] = key;
        if (texts.size() * 2 > slots.length) {
            grow();
        }
    }

    /** A slot within reach of {@link #find}; -1 if all are taken. */
    private static int freeSlot(int[] slots, long key) {
        int mask = slots.length - 1;
        int slot = mixed(key) & mask;
        for (int probe = 0; probe < MOST_PROBES; probe++, slot = slot + 1 & mask) {
            if (slots[slot] == 0) {
                return slot;
            }
        }
        return -1;
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        long[] largerKeys = new long[larger.length];
        for (int code = 0; code < texts.size(); code++) {
            long key = key(pool, starts[code], starts[code + 1]);
            int slot = freeSlot(larger, key);
            if (slot < 0) {
                useMap();
                return;
            }
            larger[slot] = isWhole(pool, starts[code], starts[code + 1]) ? code + 1 : -code - 1;
            largerKeys[slot] = key;
        }
        slots = larger;
        keys = largerKeys;
    }

    private void useMap() {
        Map<String, Integer> all = new HashMap<>();
        for (int code = 0; code < texts.size(); code++) {
            all.put(texts.get(code), code);
        }
        map = all;
        pool = new char[0];
        slots = new int[0];
        keys = new long[0];
    }

    /** Whether no other text has its key: it has at most four characters, and the first of four can be told from a length. */
    private static boolean isWhole(char[] text, int from, int to) {
        return to - from <= 3 || to - from == 4 && text[from] >= ' ';
    }

    /** Its characters side by side, the length in front of fewer than four; or else a hash. */
    private static long key(char[] text, int from, int to) {
        boolean isWhole = isWhole(text, from, to);
        long key = to - from == 4 && isWhole ? 0 : to - from;
        if (isWhole) {
            for (int i = from; i < to; i++) {
                key = key << 16 | text[i];
            }
        } else {
            for (int i = from; i < to; i++) {
                key = 31 * key + text[i];
            }
        }
        return key;
    }

    private static int mixed(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32 ^ mixed >>> 15);
    }
}
