package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/** A parameter of a definition, with its unit where the author fixes it: {@code amount in 元}. */
public record Parameter(Span span, Id name, Optional<UnitWord> unit) implements Node {}
