package kpi.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives equal texts one code, without making a string of a text it knows already. */
final class Dictionary {
    /** Honest texts hardly ever collide that often; texts made to collide go to a map that sorts them. */
    private static final int MOST_PROBES = 64;

    private final List<String> texts = new ArrayList<>();
    private int[] slots = new int[64];
    private @Nullable Map<String, Integer> map;

    List<String> texts() {
        return texts;
    }

    int code(char[] text, int from, int to) {
        if (map != null) {
            return codeByMap(map, new String(text, from, to - from));
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        for (int probe = 0; probe < MOST_PROBES; probe++, slot = slot + 1 & mask) {
            int code = slots[slot] - 1;
            if (code < 0) {
                return add(new String(text, from, to - from), slot);
            }
            if (equal(texts.get(code), text, from, to)) {
                return code;
            }
        }
        Map<String, Integer> all = new HashMap<>();
        for (int code = 0; code < texts.size(); code++) {
            all.put(texts.get(code), code);
        }
        map = all;
        return codeByMap(all, new String(text, from, to - from));
    }

    int code(String text) {
        char[] chars = text.toCharArray();
        return code(chars, 0, chars.length);
    }

    private int codeByMap(Map<String, Integer> known, String text) {
        Integer code = known.putIfAbsent(text, texts.size());
        if (code != null) {
            return code;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    private int add(String text, int slot) {
        texts.add(text);
        slots[slot] = texts.size();
        if (texts.size() * 2 > slots.length) {
            grow();
        }
        return texts.size() - 1;
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int code = 0; code < texts.size(); code++) {
            int slot = spread(texts.get(code).hashCode()) & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = code + 1;
        }
        slots = larger;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private static boolean equal(String known, char[] text, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
