package kpi.dsl.syntax;

import kpi.source.Span;

/** How near to its target is near enough (容許差距): {@code within 2 件}, {@code within 10% of target}. */
public record ToleranceWord(Span span, Figure figure, boolean ofTarget) implements Node {}
