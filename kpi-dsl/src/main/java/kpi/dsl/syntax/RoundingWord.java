package kpi.dsl.syntax;

/** How a rounding step rounds; half-up (四捨五入, half away from zero) where nothing else is said. */
public enum RoundingWord {
    HALF_UP,
    HALF_EVEN,
    HALF_DOWN,
    UP,
    DOWN,
    CEILING,
    FLOOR
}
