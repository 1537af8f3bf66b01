package kpi.examples.testkit;

import java.util.Objects;
import java.util.stream.Stream;
import kpi.law.FactsGenerator;
import kpi.run.Facts;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Facts that a failed property makes smaller step by step, as the laws of a text do. */
final class ShrinkableFacts implements Shrinkable<Facts> {
    private final FactsGenerator generator;
    private final Facts facts;

    ShrinkableFacts(FactsGenerator generator, Facts facts) {
        this.generator = Objects.requireNonNull(generator, "generator");
        this.facts = Objects.requireNonNull(facts, "facts");
    }

    @Override
    public Facts value() {
        return facts;
    }

    @Override
    public Stream<Shrinkable<Facts>> shrink() {
        return generator.smaller(facts).stream().map(less -> new ShrinkableFacts(generator, less));
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(
                generator.size(facts).stream().mapToLong(Long::longValue).toArray());
    }
}
