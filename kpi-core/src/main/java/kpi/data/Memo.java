package kpi.data;

/** Remembers what texts were read as: columns of few different texts are read once each. Bounded. */
final class Memo {
    private static final int MOST_TEXTS = 4096;

    private static final int LONGEST = 32;

    private final Dictionary texts = new Dictionary();
    private final IntChunks results = new IntChunks();

    /** What the text was read as; {@code otherwise} if that is not remembered. */
    int get(char[] text, int from, int to, int otherwise) {
        int code = texts.find(text, from, to);
        return code == Dictionary.UNKNOWN ? otherwise : results.get(code);
    }

    void put(char[] text, int from, int to, int result) {
        if (texts.size() < MOST_TEXTS && to - from <= LONGEST) {
            texts.add(text, from, to);
            results.add(result);
        }
    }
}
