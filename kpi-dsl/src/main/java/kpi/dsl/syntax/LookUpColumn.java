package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/** A column of a look-up table, with the step its bands are printed in: {@code c: number in steps of 0.1}. */
public record LookUpColumn(Span span, ColumnDeclaration column, Optional<Expression> step) implements Node {}
