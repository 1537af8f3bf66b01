package kpi.dsl.syntax;

import kpi.source.Span;

/** A cell of a table row as printed, without the blanks around it. */
public record Cell(Span span, String text) implements Node {}
