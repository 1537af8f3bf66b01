package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An order in which everything comes after what it needs, and the cycles that prevent one. Iterative (Tarjan), so that
 * a chain of ten thousand costs no stack.
 */
final class Dependencies {
    private final Map<String, List<String>> needs;
    private final List<String> order = new ArrayList<>();
    private final List<List<String>> cycles = new ArrayList<>();
    private final Map<String, List<String>> components = new LinkedHashMap<>();

    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> component = new ArrayDeque<>();
    private final Map<String, Boolean> inComponent = new HashMap<>();

    private Dependencies(Map<String, List<String>> needs) {
        this.needs = needs;
    }

    /** Of each name, the names it needs; names that are not keys are ignored. */
    static Dependencies of(Map<String, ? extends Collection<String>> needs) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        needs.forEach((name, needed) -> known.put(
                name, needed.stream().filter(needs::containsKey).distinct().toList()));
        Dependencies dependencies = new Dependencies(known);
        known.keySet().forEach(dependencies::visit);
        return dependencies;
    }

    /** Every name, after all it needs; members of a cycle stand in some order. */
    List<String> order() {
        return List.copyOf(order);
    }

    /** The cycles, each as the walk round it, in the order of the text. */
    List<List<String>> cycles() {
        return List.copyOf(cycles);
    }

    /** Every name that needs itself, by whatever way. */
    Set<String> circular() {
        return components.keySet();
    }

    /** All that need one another with a circular name. */
    List<String> componentOf(String circular) {
        return components.getOrDefault(circular, List.of());
    }

    private record Frame(String name, Iterator<String> rest) {}

    private void visit(String start) {
        if (index.containsKey(start)) {
            return;
        }
        Deque<Frame> open = new ArrayDeque<>();
        open.push(enter(start));
        while (!open.isEmpty()) {
            Frame frame = open.element();
            if (frame.rest().hasNext()) {
                String next = frame.rest().next();
                if (!index.containsKey(next)) {
                    open.push(enter(next));
                } else if (inComponent.getOrDefault(next, false)) {
                    low.merge(frame.name(), at(index, next), Math::min);
                }
                continue;
            }
            open.pop();
            leave(frame.name());
            if (!open.isEmpty()) {
                low.merge(open.element().name(), at(low, frame.name()), Math::min);
            }
        }
    }

    private static int at(Map<String, Integer> numbers, String name) {
        return Objects.requireNonNull(numbers.get(name));
    }

    private Frame enter(String name) {
        index.put(name, index.size());
        low.put(name, at(index, name));
        component.push(name);
        inComponent.put(name, true);
        return new Frame(name, needs.getOrDefault(name, List.of()).iterator());
    }

    private void leave(String name) {
        if (at(low, name) != at(index, name)) {
            return;
        }
        List<String> members = new ArrayList<>();
        String member;
        do {
            member = component.pop();
            inComponent.put(member, false);
            members.add(0, member);
        } while (!member.equals(name));
        order.addAll(members);
        if (members.size() > 1 || needs.getOrDefault(name, List.of()).contains(name)) {
            cycles.add(walk(members));
            members.forEach(each -> components.put(each, members));
        }
    }

    /** A walk from the first member along the needs that stay in the cycle, back to the first. */
    private List<String> walk(List<String> members) {
        List<String> path = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        String at = members.get(0);
        Map<String, Boolean> inside = new HashMap<>();
        members.forEach(member -> inside.put(member, true));
        while (!seen.containsKey(at)) {
            seen.put(at, path.size());
            path.add(at);
            at = needs.getOrDefault(at, List.of()).stream()
                    .filter(inside::containsKey)
                    .findFirst()
                    .orElse(at);
        }
        List<String> cycle = new ArrayList<>(path.subList(at(seen, at), path.size()));
        cycle.add(at);
        return cycle;
    }
}
