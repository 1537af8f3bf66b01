package kpi.dsl.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kpi.source.Source;
import kpi.source.Span;

/** Spans of several files; those that overlap count as one. */
final class Regions {
    static final Regions NONE = new Regions();

    private final Map<Source, NavigableMap<Integer, Integer>> ends = new HashMap<>();

    private Regions() {}

    static Regions of(Collection<Span> spans) {
        Regions regions = new Regions();
        spans.stream().sorted(Comparator.comparingInt(Span::start)).forEach(regions::add);
        return regions;
    }

    /** Later spans begin no earlier: one that begins inside the last one belongs to it. */
    private void add(Span span) {
        NavigableMap<Integer, Integer> here = ends.computeIfAbsent(span.source(), source -> new TreeMap<>());
        Map.Entry<Integer, Integer> last = here.lastEntry();
        boolean inside = last != null && span.start() < last.getValue();
        int start = inside ? last.getKey() : span.start();
        here.merge(start, span.end(), Math::max);
    }

    boolean contains(Source source, int position) {
        NavigableMap<Integer, Integer> here = ends.get(source);
        if (here == null) {
            return false;
        }
        Map.Entry<Integer, Integer> before = here.floorEntry(position);
        return before != null && position < before.getValue();
    }
}
