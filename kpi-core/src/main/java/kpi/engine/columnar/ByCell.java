package kpi.engine.columnar;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;

/** Adds the rows of a block each to the cell of its code. For one thread. */
final class ByCell {
    private final Ask.Kind kind;
    private final Lane codes;
    private final List<Lane> lanes;
    private final long least;
    private final long span;
    private final Tally tally;

    /** @param numbers what is added */
    ByCell(Ask.Kind kind, Probe.Cells cells, List<Lowering.Number> numbers, Tally tally) {
        this.kind = kind;
        this.codes = Reads.lane(cells.raw(), Long.MIN_VALUE, Long.MAX_VALUE);
        this.lanes = numbers.stream().map(Lowering.Number::lane).toList();
        this.least = numbers.isEmpty() ? 0 : numbers.get(0).least().longValue();
        this.span = kind == Ask.Kind.DISTINCT ? span(numbers.get(0)).longValue() : 0;
        this.tally = tally;
    }

    /** What is told apart in each of some cells, as one integer: empty if no long holds it. */
    static Optional<Seen> seen(Lowering.Number number, int cells) {
        BigInteger most = span(number).multiply(BigInteger.valueOf(cells)).subtract(BigInteger.ONE);
        return most.bitLength() > 62 ? Optional.empty() : Optional.of(new Seen(0, most.longValue()));
    }

    private static BigInteger span(Lowering.Number number) {
        return number.most().subtract(number.least()).add(BigInteger.ONE);
    }

    /** Adds the rows in the mask; each has a code. */
    void add(int from, int count, long[] mask) {
        int words = Block.words(count);
        long[] code = codes.of(from, count);
        long[] first = lanes.isEmpty() ? code : lanes.get(0).of(from, count);
        long[] second = lanes.size() < 2 ? first : lanes.get(1).of(from, count);
        for (int word = 0; word < words; word++) {
            for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
                int i = (word << 6) + Long.numberOfTrailingZeros(bits);
                int cell = (int) code[i];
                tally.count[cell]++;
                add(cell, first[i], second[i]);
            }
        }
    }

    private void add(int cell, long first, long second) {
        switch (kind) {
            case COUNT -> {}
            case ENDS -> {
                tally.least[cell] = Math.min(tally.least[cell], first);
                tally.most[cell] = Math.max(tally.most[cell], first);
            }
            case SUM -> tally.sum.orElseThrow().add(cell, first);
            case SUMS, PRODUCTS -> {
                tally.sum.orElseThrow().add(cell, first);
                tally.second.orElseThrow().add(cell, second);
            }
            case DISTINCT -> tally.seen.orElseThrow().add(cell * span + (first - least));
            case VALUES -> {
                tally.cells.add(cell);
                tally.values.add(first);
                if (lanes.size() > 1) {
                    tally.seconds.add(second);
                }
            }
        }
    }

    /** The cell of what is told apart. */
    static int cellOf(long told, Lowering.Number number) {
        return (int) (told / span(number).longValue());
    }

    /** The integer of what is told apart. */
    static long integerOf(long told, Lowering.Number number) {
        return told % span(number).longValue() + number.least().longValue();
    }

    /** Counts rows that are skipped in their cells. */
    void skip(int from, int count, int word, long rows) {
        Skipped skipped = tally.skippedBy.orElseThrow(() -> new KpiUsageException("nothing is skipped"));
        long[] code = codes.of(from, count);
        for (long bits = rows; bits != 0; bits &= bits - 1) {
            int i = (word << 6) + Long.numberOfTrailingZeros(bits);
            skipped.add((int) code[i], from + i);
        }
    }
}
