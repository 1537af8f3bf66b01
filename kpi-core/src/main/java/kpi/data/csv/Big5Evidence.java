package kpi.data.csv;

/**
 * Whether bytes look like Chinese text in Big5: nearly any two bytes are some character of it, but text that people write
 * has mostly the 5,401 common ones, and a damaged letter of another charset comes alone. This tells apart all charsets
 * around but EUC-KR.
 */
final class Big5Evidence {
    private static final int SIGNS_FROM = 0xA140;
    private static final int COMMON_TO = 0xC67E;

    /** 碁銹裏墻恒粧嫺, which came later and are in everyday use. */
    private static final int LATER_FROM = 0xF9D6;

    private static final int LATER_TO = 0xF9DC;

    private long characters;
    private long rare;

    /** Whole characters only. */
    void add(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80 || i + 1 == to) {
                i++;
                continue;
            }
            int code = lead << 8 | bytes[i + 1] & 0xFF;
            characters++;
            if ((code < SIGNS_FROM || code > COMMON_TO) && (code < LATER_FROM || code > LATER_TO)) {
                rare++;
            }
            i += 2;
        }
    }

    boolean isConvincing() {
        return characters >= 2 && rare * 8 <= characters;
    }
}
