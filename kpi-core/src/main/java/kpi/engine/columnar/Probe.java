package kpi.engine.columnar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.data.raw.RawBytes;
import kpi.data.raw.RawNumbers;
import kpi.plan.Node;
import kpi.plan.Nodes;
import org.jspecify.annotations.Nullable;

/**
 * Gathers one ask, block by block. For one thread.
 *
 * <p>A row that lacks something the ask needs, or whose number no long holds, is not gathered but put among the rows that are
 * left to the reference engine.
 */
final class Probe {
    /** A sum and a count share a long: so many bits for the sum of a morsel. */
    private static final int SUM_BITS = 46;

    private static final long SUM_MASK = (1L << SUM_BITS) - 1;

    private final Ask ask;
    private final List<Lowering.Number> numbers;
    private final List<Lane> lanes;
    private final @Nullable Mask where;
    private final @Nullable Mask unknownWhere;
    private final @Nullable Mask unknownValue;
    private final @Nullable Mask refused;
    private final Optional<Cells> cells;
    private final @Nullable ByCell byCell;
    private final boolean packs;
    private final long[] packed;
    private final long[] pass = new long[Block.WORDS];
    private final Tally tally;
    private Shown shown = new Shown(0);

    /** The code that says which cell a row belongs to. */
    record Cells(RawNumbers raw, int size) {}

    private Probe(
            Ask ask,
            List<Lowering.Number> numbers,
            Optional<Mask> where,
            Optional<Mask> unknownWhere,
            Optional<Mask> unknownValue,
            Optional<Mask> refused,
            Optional<Cells> cells,
            Optional<Seen> seen,
            long rows) {
        this.ask = ask;
        this.numbers = numbers;
        this.lanes = numbers.stream().map(Lowering.Number::lane).toList();
        this.where = where.orElse(null);
        this.unknownWhere = unknownWhere.orElse(null);
        this.unknownValue = unknownValue.orElse(null);
        this.refused = refused.orElse(null);
        this.cells = cells;
        this.tally = tally(rows, seen);
        this.byCell =
                cells.map(of -> new ByCell(ask.kind(), of, numbers, tally)).orElse(null);
        this.packs = cells.isPresent()
                && cells.get().raw() instanceof RawBytes
                && ask.kind() == Ask.Kind.SUM
                && numbers.get(0).most().subtract(numbers.get(0).least()).bitLength() < SUM_BITS - 16;
        this.packed = packs ? new long[Accumulate.SETS << 7] : new long[0];
    }

    /** Ready to gather a job; empty if longs may not hold its numbers. */
    static Optional<Probe> of(Job job, Lowering lowering, List<Source> sources, long rows) {
        Ask ask = job.ask();
        List<Node> computed = new ArrayList<>(ask.values());
        List<Lowering.Number> numbers = new ArrayList<>();
        for (Node value : ask.values()) {
            Optional<Lowering.Number> number = lowering.number(value);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(number.get());
        }
        Optional<Mask> where = ask.where().flatMap(lowering::mask);
        if (where.isPresent() != ask.where().isPresent()) {
            return Optional.empty();
        }
        if (ask.kind() == Ask.Kind.PRODUCTS) {
            Node of = Nodes.times(ask.values().get(0), ask.values().get(1));
            Optional<Lowering.Number> product = lowering.number(of);
            if (product.isEmpty()) {
                return Optional.empty();
            }
            computed.add(of);
            numbers.add(0, product.get());
            numbers.remove(1);
        }
        Optional<Seen> seen = ask.kind() == Ask.Kind.DISTINCT ? seen(numbers.get(0), job.cells()) : Optional.empty();
        if (ask.kind() == Ask.Kind.DISTINCT && seen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Probe(
                ask,
                List.copyOf(numbers),
                where,
                unknown(
                        ask.whereSlots(),
                        lowering,
                        sources,
                        lowering.overflowed(ask.where().stream().toList())),
                unknown(ask.valueSlots(), lowering, sources, List.of()),
                refused(ask, numbers, lowering.overflowed(computed)),
                job.cells(),
                seen,
                rows));
    }

    private static Optional<Mask> unknown(
            Set<Integer> slots, Lowering lowering, List<Source> sources, List<Mask> overflowed) {
        List<Mask> masks = new ArrayList<>(overflowed);
        for (int slot : slots.stream().sorted().toList()) {
            Source source = sources.get(slot);
            if (source.missing().count() > 0) {
                masks.add(new Masks.Set(source.missing().raw().array()));
            }
            lowering.unknown(source).ifPresent(masks::add);
        }
        return any(masks);
    }

    private static Optional<Mask> any(List<Mask> masks) {
        return masks.size() <= 1
                ? masks.stream().findFirst()
                : Optional.of(new Masks.Joined(false, masks.toArray(Mask[]::new)));
    }

    /** A value no long holds; and a weighted mean has no value for a weight below zero. */
    private static Optional<Mask> refused(Ask ask, List<Lowering.Number> numbers, List<Mask> overflowed) {
        List<Mask> masks = new ArrayList<>(overflowed);
        if (ask.kind() == Ask.Kind.PRODUCTS && numbers.get(1).least().signum() < 0) {
            masks.add(new Masks.Within(
                    numbers.get(1).lane(), numbers.get(1).least().longValue(), -1));
        }
        return any(masks);
    }

    /** Whether rows may be left to the reference engine. */
    boolean mayLeave() {
        return unknownWhere != null || refused != null || unknownValue != null && !ask.skips();
    }

    private Tally tally(long rows, Optional<Seen> seen) {
        int size = cells.map(Cells::size).orElse(1);
        Optional<Total> sum =
                ask.kind() == Ask.Kind.SUM || isOfTwo() ? Optional.of(total(0, size, rows)) : Optional.empty();
        Optional<Total> second = isOfTwo() ? Optional.of(total(1, size, rows)) : Optional.empty();
        Optional<Skipped> skipped =
                cells.isPresent() && ask.skips() ? Optional.of(new Skipped(size)) : Optional.empty();
        return new Tally(size, sum, second, seen, skipped);
    }

    private boolean isOfTwo() {
        return ask.kind() == Ask.Kind.SUMS || ask.kind() == Ask.Kind.PRODUCTS;
    }

    /** Room for what is told apart; empty if no long tells it apart in all cells. */
    private static Optional<Seen> seen(Lowering.Number number, Optional<Cells> cells) {
        return cells.isPresent()
                ? ByCell.seen(number, cells.get().size())
                : Optional.of(new Seen(number.least().longValue(), number.most().longValue()));
    }

    private Total total(int number, int cellCount, long rows) {
        Lowering.Number of = numbers.get(number);
        BigInteger largest = of.least().abs().max(of.most().abs());
        boolean wide = largest.multiply(BigInteger.valueOf(rows)).bitLength() > 62;
        return new Total(cellCount, wide);
    }

    /** Keeps also the first rows that pass the filter. */
    Probe showing(int most) {
        shown = new Shown(most);
        return this;
    }

    Shown shown() {
        return shown;
    }

    Tally tally() {
        return tally;
    }

    List<Lowering.Number> numbers() {
        return numbers;
    }

    /**
     * Gathers the rows of a block.
     *
     * @param selected the rows that are seen at all, without a bit behind the last
     * @param whole whether all of them are
     * @param left takes the rows that are left to the reference engine; not asked for if there cannot be any
     */
    void gather(int from, int count, long[] selected, boolean whole, long[] left) {
        int words = Block.words(count);
        boolean all = whole;
        System.arraycopy(selected, 0, pass, 0, words);
        if (unknownWhere != null) {
            all = false;
            leave(unknownWhere.of(from, count), words, from, left);
        }
        if (where != null) {
            all = false;
            long[] holds = where.of(from, count);
            for (int i = 0; i < words; i++) {
                pass[i] &= holds[i];
            }
        }
        if (!shown.isFull()) {
            shown.add(from, pass, words);
        }
        if (unknownValue != null) {
            all = false;
            long[] unknown = unknownValue.of(from, count);
            if (ask.skips()) {
                skip(unknown, words, from, count);
            } else {
                leave(unknown, words, from, left);
            }
        }
        if (refused != null) {
            all = false;
            leave(refused.of(from, count), words, from, left);
        }
        int passed = all ? count : Accumulate.count(pass, words);
        if (passed > 0) {
            add(from, count, passed);
        }
    }

    private void leave(long[] mask, int words, int from, long[] left) {
        int start = from >>> 6;
        for (int i = 0; i < words; i++) {
            long rows = pass[i] & mask[i];
            if (rows != 0) {
                left[start + i] |= rows;
                pass[i] &= ~rows;
            }
        }
    }

    private void skip(long[] mask, int words, int from, int count) {
        for (int i = 0; i < words; i++) {
            long rows = pass[i] & mask[i];
            if (rows != 0) {
                tally.skipped += Long.bitCount(rows);
                tally.firstSkipped = Math.min(tally.firstSkipped, from + (i << 6) + Long.numberOfTrailingZeros(rows));
                pass[i] &= ~rows;
                if (byCell != null) {
                    byCell.skip(from, count, i, rows);
                }
            }
        }
    }

    private void add(int from, int count, int passed) {
        if (packs) {
            addPacked(from, count, passed == count);
            return;
        }
        if (byCell != null) {
            byCell.add(from, count, pass);
            return;
        }
        tally.count[0] += passed;
        int words = Block.words(count);
        boolean all = passed == count;
        switch (ask.kind()) {
            case COUNT -> {}
            case ENDS -> ends(lanes.get(0).of(from, count), words);
            case SUM -> addSum(tally.sum.orElseThrow(), lanes.get(0).of(from, count), count, all);
            case SUMS, PRODUCTS -> {
                addSum(tally.sum.orElseThrow(), lanes.get(0).of(from, count), count, all);
                addSum(tally.second.orElseThrow(), lanes.get(1).of(from, count), count, all);
            }
            case DISTINCT -> addSeen(from, count, words);
            case VALUES -> addValues(from, count, words);
        }
    }

    private void addSum(Total total, long[] values, int count, boolean all) {
        if (!total.isWide()) {
            total.add(0, all ? Accumulate.sum(values, count) : Accumulate.sum(values, pass, Block.words(count)));
            return;
        }
        for (int word = 0; word < Block.words(count); word++) {
            for (long bits = pass[word]; bits != 0; bits &= bits - 1) {
                total.add(0, values[(word << 6) + Long.numberOfTrailingZeros(bits)]);
            }
        }
    }

    private void ends(long[] values, int words) {
        long low = tally.least[0];
        long high = tally.most[0];
        for (int word = 0; word < words; word++) {
            for (long bits = pass[word]; bits != 0; bits &= bits - 1) {
                long value = values[(word << 6) + Long.numberOfTrailingZeros(bits)];
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        tally.least[0] = low;
        tally.most[0] = high;
    }

    private void addSeen(int from, int count, int words) {
        Seen seen = tally.seen.orElseThrow();
        if (seen.isFull()) {
            return;
        }
        Optional<Lowering.Limited> raw =
                numbers.get(0).raw().filter(of -> of.low() == Long.MIN_VALUE && of.high() == Long.MAX_VALUE);
        if (raw.isPresent()) {
            seen.add(raw.get().raw(), from, pass, words);
            return;
        }
        long[] values = lanes.get(0).of(from, count);
        for (int word = 0; word < words; word++) {
            for (long bits = pass[word]; bits != 0; bits &= bits - 1) {
                seen.add(values[(word << 6) + Long.numberOfTrailingZeros(bits)]);
            }
        }
    }

    private void addValues(int from, int count, int words) {
        long[] first = lanes.get(0).of(from, count);
        for (int word = 0; word < words; word++) {
            for (long bits = pass[word]; bits != 0; bits &= bits - 1) {
                tally.values.add(first[(word << 6) + Long.numberOfTrailingZeros(bits)]);
            }
        }
        if (lanes.size() > 1) {
            long[] second = lanes.get(1).of(from, count);
            for (int word = 0; word < words; word++) {
                for (long bits = pass[word]; bits != 0; bits &= bits - 1) {
                    tally.seconds.add(second[(word << 6) + Long.numberOfTrailingZeros(bits)]);
                }
            }
        }
    }

    private void addPacked(int from, int count, boolean all) {
        byte[] codes = ((RawBytes) cells.orElseThrow().raw()).array();
        long plus = (1L << SUM_BITS) - numbers.get(0).least().longValue();
        Optional<Lowering.Limited> raw = numbers.get(0).raw();
        if (raw.isPresent()) {
            Fused.byCode(codes, raw.get(), from, count, all, pass, plus, packed);
            return;
        }
        long[] values = lanes.get(0).of(from, count);
        if (all) {
            Accumulate.byCode(codes, from, values, count, plus, packed);
        } else {
            Accumulate.byCode(codes, from, values, pass, Block.words(count), plus, packed);
        }
    }

    /** Moves what a morsel has gathered to the whole. */
    void endMorsel() {
        if (!packs) {
            return;
        }
        int size = cells.orElseThrow().size();
        long least = numbers.get(0).least().longValue();
        for (int cell = 0; cell < size; cell++) {
            long both = 0;
            for (int set = 0; set < Accumulate.SETS; set++) {
                both += packed[(set << 7) + cell];
            }
            long rows = both >>> SUM_BITS;
            tally.count[cell] += rows;
            tally.sum.orElseThrow().add(cell, (both & SUM_MASK) + rows * least);
        }
        Arrays.fill(packed, 0);
    }
}
