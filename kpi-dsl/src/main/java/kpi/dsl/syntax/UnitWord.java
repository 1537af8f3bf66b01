package kpi.dsl.syntax;

import kpi.source.Span;

/** A unit as printed: {@code 元}, {@code 千元}, {@code %}, {@code 元/人}. */
public record UnitWord(Span span, String text) implements Node {}
