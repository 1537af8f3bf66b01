package kpi.dsl.parser;

import java.util.List;
import kpi.diagnostic.Problem;

/** What could be kept of a text, and what is wrong with it. */
public record Parsed<T>(T tree, List<Problem> problems) {
    public Parsed {
        problems = List.copyOf(problems);
    }
}
