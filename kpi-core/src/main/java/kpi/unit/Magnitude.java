package kpi.unit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kpi.number.Exact;

/** The words that stand before a unit and multiply it: 千元, 萬人次, 百億元. */
enum Magnitude {
    THOUSAND("千", 3),
    TEN_THOUSAND("萬", 4),
    HUNDRED_THOUSAND("十萬", 5),
    MILLION("百萬", 6),
    TEN_MILLION("千萬", 7),
    HUNDRED_MILLION("億", 8),
    BILLION("十億", 9),
    TEN_BILLION("百億", 10),
    HUNDRED_BILLION("千億", 11),
    TRILLION("兆", 12),
    TEN_TRILLION("十兆", 13),
    HUNDRED_TRILLION("百兆", 14),
    QUADRILLION("千兆", 15);

    /** Longest first, so that 千萬 is never read as 千 before 萬. */
    static final List<Magnitude> LONGEST_FIRST = Stream.of(values())
            .sorted(Comparator.comparingInt((Magnitude m) -> -m.word.length()))
            .toList();

    private final String word;
    private final int zeros;

    Magnitude(String word, int zeros) {
        this.word = word;
        this.zeros = zeros;
    }

    String word() {
        return word;
    }

    Exact factor() {
        return Exact.of(1, -zeros);
    }
}
