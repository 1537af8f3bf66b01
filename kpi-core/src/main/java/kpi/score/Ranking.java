package kpi.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.StopSignal;
import kpi.model.RankRule;
import kpi.number.Exact;
import kpi.result.Rank;

/** Places of values among those ranked with them. Sorts once, so n values cost n log n. */
final class Ranking {
    private final RankRule rule;
    private final StopSignal stop;

    Ranking(RankRule rule, StopSignal stop) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.stop = Objects.requireNonNull(stop, "stop");
    }

    /**
     * What may be ranked.
     *
     * @param together equal for those ranked together
     */
    record Entry(List<Object> together, Exact value) {}

    /** The rank of each entry; an empty entry has none. */
    List<Optional<Rank>> of(List<Optional<Entry>> entries) {
        List<Optional<Rank>> ranks = new ArrayList<>(Collections.nCopies(entries.size(), Optional.empty()));
        Map<List<Object>, List<Integer>> parts = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            stop.step();
            if (entries.get(i).isPresent()) {
                parts.computeIfAbsent(entries.get(i).get().together(), any -> new ArrayList<>())
                        .add(i);
            }
        }
        for (List<Integer> part : parts.values()) {
            Comparator<Integer> rising = Comparator.comparing(i -> {
                stop.step();
                return entries.get(i).orElseThrow().value();
            });
            part.sort(rule.highestFirst() ? rising.reversed() : rising);
            rank(part, entries, ranks);
        }
        return ranks;
    }

    /** Runs of equal values in sorted order share their places. */
    private void rank(List<Integer> sorted, List<Optional<Entry>> entries, List<Optional<Rank>> ranks) {
        int distinct = 0;
        for (int start = 0, end; start < sorted.size(); start = end) {
            Exact value = entries.get(sorted.get(start)).orElseThrow().value();
            end = start + 1;
            while (end < sorted.size()
                    && entries.get(sorted.get(end)).orElseThrow().value().equals(value)) {
                end++;
            }
            distinct++;
            for (int i = start; i < end; i++) {
                stop.step();
                Exact place = switch (rule.ties()) {
                    case SHARE_BEST -> Exact.of(start + 1L);
                    case SHARE_WORST -> Exact.of(end);
                    case SHARE_MEAN -> Exact.of(start + 1L + end).dividedBy(Exact.of(2));
                    case DENSE -> Exact.of(distinct);
                    case ROW_ORDER -> Exact.of(i + 1L);
                };
                ranks.set(sorted.get(i), Optional.of(new Rank(place, sorted.size(), end - start > 1)));
            }
        }
    }
}
