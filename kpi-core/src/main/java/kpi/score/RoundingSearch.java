package kpi.score;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.number.Exact;
import kpi.result.Agreement;

/**
 * Whether some numbers that would be printed as those behind a figure are give the figure that a page printed. A yes rests on
 * numbers that were tried, a no on bounds that nothing leaves; where neither is found, nobody says so.
 */
final class RoundingSearch {
    /** Into so many parts at most the numbers are cut to bound a figure that uses some of them more than once. */
    private static final int MOST_BOXES = 256;

    /** A figure and what can be said of it. */
    interface Rule {
        /** The figure for numbers at these shares, from 0 to 1, of what their prints allow. */
        Optional<Exact> figure(List<Exact> shares);

        /** Where the figure may lie; empty if nothing is proved. */
        Optional<Range> range(Leeway leeway);
    }

    private final Printed printed;
    private final Rule rule;
    private final Effort effort;
    private Optional<Open> open = Optional.empty();

    RoundingSearch(Printed printed, Rule rule, Effort effort) {
        this.printed = printed;
        this.rule = rule;
        this.effort = effort;
    }

    /** Why a search ended without a verdict. */
    private enum Open {
        NOTHING_PROVED("算法中有一部分，其可能範圍無從推算", "there are no bounds for a part of its rule"),
        SPENT("所需的計算超過一個數值的上限", "it takes more work than is spent on one figure"),
        NOT_APART("同欄各數無法再細分檢驗", "the numbers of a column cannot be told apart further");

        private final String zh;
        private final String en;

        Open(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** Why the last search found no verdict; empty where it found one. */
    Optional<LocalText> why() {
        return open.map(why -> new LocalText(why.zh, why.en));
    }

    /** The verdict on a printed figure that is not the computed one. */
    Agreement in(Leeway leeway) {
        if (leeway.isEmpty() || cannot(leeway)) {
            return Agreement.CONTRADICTS;
        }
        InputBox box = InputBox.shares(leeway.size());
        if (box.reaches(printed, shares -> figure(leeway, shares))) {
            return Agreement.WITHIN_INPUT_ROUNDING;
        }
        return halved(leeway);
    }

    private Optional<Exact> figure(Leeway leeway, List<Exact> shares) {
        return effort.allows(leeway.cost()) ? rule.figure(shares) : Optional.empty();
    }

    private boolean cannot(Leeway leeway) {
        return rule.range(leeway).filter(range -> !range.meets(printed)).isPresent();
    }

    /** Bounds are closer on parts: each part is out, or tried in its middle, or cut again. */
    private Agreement halved(Leeway whole) {
        Deque<Leeway> left = new ArrayDeque<>(Collections.singleton(whole));
        int boxes = 0;
        while (!left.isEmpty()) {
            Leeway next = left.poll();
            if (cannot(next)) {
                continue;
            }
            Optional<Integer> part = next.widest();
            boxes++;
            open = unknown(next, part.isEmpty(), boxes);
            if (open.isPresent()) {
                return Agreement.UNDECIDED;
            }
            if (figure(next, next.middle()).filter(printed::fits).isPresent()) {
                return Agreement.WITHIN_INPUT_ROUNDING;
            }
            left.add(next.half(part.orElseThrow(), false));
            left.add(next.half(part.orElseThrow(), true));
        }
        return Agreement.CONTRADICTS;
    }

    private Optional<Open> unknown(Leeway next, boolean whole, int boxes) {
        if (effort.isSpent() || boxes > MOST_BOXES) {
            return Optional.of(Open.SPENT);
        }
        if (rule.range(next).isEmpty()) {
            return Optional.of(effort.isSpent() ? Open.SPENT : Open.NOTHING_PROVED);
        }
        return whole ? Optional.of(Open.NOT_APART) : Optional.empty();
    }
}
