package kpi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kpi.number.Exact;
import kpi.value.PrintedQuantity;

/**
 * All choices of inputs that would be printed as they are printed: each within half a unit of its last printed digit.
 * Whole numbers of a base unit are exact: nobody rounds 226,157 人 to the person.
 */
final class InputBox {
    /** Up to so many inputs every corner is looked at; with more, each input goes the way it pulls by itself. */
    private static final int ALL_CORNERS = 8;

    /** A value of just under half a unit more still rounds down to the print. */
    private static final Exact JUST_UNDER = Exact.ONE.minus(Exact.of(1, 9));

    private static final Exact HALF = Exact.of(5, 1);
    private static final int BISECTIONS = 64;

    private final List<Exact> low = new ArrayList<>();
    private final List<Exact> high = new ArrayList<>();

    InputBox(List<PrintedQuantity> inputs) {
        for (PrintedQuantity input : inputs) {
            Exact value = input.quantity().canonical();
            Exact half = isExact(input) ? Exact.ZERO : input.resolution().times(HALF);
            boolean negative = value.signum() < 0;
            low.add(value.minus(negative ? half.times(JUST_UNDER) : half));
            high.add(value.plus(negative ? half : half.times(JUST_UNDER)));
        }
    }

    private InputBox(int shares) {
        low.addAll(Collections.nCopies(shares, Exact.ZERO));
        high.addAll(Collections.nCopies(shares, Exact.ONE));
    }

    /** Shares, from 0 to 1, of what prints allow. */
    static InputBox shares(int count) {
        return new InputBox(count);
    }

    static boolean isExact(PrintedQuantity input) {
        return Leeway.isExact(input);
    }

    /**
     * Whether some choice gives the printed figure. The figure is looked at in the corners, and between the lowest and
     * the highest of them, where it must really take the value: a rule that rounds on the way leaves gaps.
     */
    boolean reaches(Printed printed, Function<List<Exact>, Optional<Exact>> figure) {
        Optional<Point> lowest = Optional.empty();
        Optional<Point> highest = Optional.empty();
        for (List<Exact> corner : low.size() <= ALL_CORNERS ? allCorners() : pulledCorners(figure)) {
            Optional<Exact> value = figure.apply(corner);
            if (value.isEmpty()) {
                continue;
            }
            Point point = new Point(corner, value.get());
            if (lowest.isEmpty() || point.value().compareTo(lowest.get().value()) < 0) {
                lowest = Optional.of(point);
            }
            if (highest.isEmpty() || point.value().compareTo(highest.get().value()) > 0) {
                highest = Optional.of(point);
            }
        }
        return lowest.isPresent() && highest.isPresent() && between(printed, lowest.get(), highest.get(), figure);
    }

    private record Point(List<Exact> inputs, Exact value) {}

    private static boolean between(
            Printed printed, Point lowest, Point highest, Function<List<Exact>, Optional<Exact>> figure) {
        int below = printed.compare(lowest.value());
        int above = printed.compare(highest.value());
        if (below == 0 || above == 0) {
            return true;
        }
        if (below > 0 || above < 0) {
            return false;
        }
        List<Exact> from = lowest.inputs();
        List<Exact> to = highest.inputs();
        for (int i = 0; i < BISECTIONS; i++) {
            List<Exact> middle = middle(from, to);
            Optional<Exact> value = figure.apply(middle);
            if (value.isEmpty()) {
                return false;
            }
            int side = printed.compare(value.get());
            if (side == 0) {
                return true;
            }
            if (side < 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return false;
    }

    private static List<Exact> middle(List<Exact> from, List<Exact> to) {
        List<Exact> middle = new ArrayList<>(from.size());
        for (int i = 0; i < from.size(); i++) {
            middle.add(from.get(i).plus(to.get(i)).times(HALF));
        }
        return middle;
    }

    private List<List<Exact>> allCorners() {
        List<List<Exact>> corners = new ArrayList<>();
        for (int bits = 0; bits < 1 << low.size(); bits++) {
            List<Exact> corner = new ArrayList<>(low.size());
            for (int i = 0; i < low.size(); i++) {
                corner.add((bits >> i & 1) == 0 ? low.get(i) : high.get(i));
            }
            corners.add(corner);
        }
        return corners;
    }

    /** The two corners where every input that alone raises the figure is high, or low. */
    private List<List<Exact>> pulledCorners(Function<List<Exact>, Optional<Exact>> figure) {
        List<Exact> up = new ArrayList<>(low);
        List<Exact> down = new ArrayList<>(low);
        Optional<Exact> base = figure.apply(low);
        for (int i = 0; i < low.size(); i++) {
            List<Exact> raised = new ArrayList<>(low);
            raised.set(i, high.get(i));
            Optional<Exact> moved = figure.apply(raised);
            boolean rises = base.isPresent() && moved.isPresent() && moved.get().compareTo(base.get()) > 0;
            (rises ? up : down).set(i, high.get(i));
        }
        return List.of(up, down);
    }
}
