package kpi.dsl.syntax;

import java.util.Optional;
import kpi.source.Span;

/**
 * From when a definition holds: {@code from 110, formula changed}.
 *
 * @param changed that figures from then on do not compare with earlier ones, as written
 */
public record Validity(Span span, PeriodWord from, Optional<Label> changed) implements Node {}
