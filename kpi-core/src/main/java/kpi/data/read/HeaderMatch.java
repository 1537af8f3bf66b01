package kpi.data.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kpi.data.ColumnNames;
import kpi.data.ColumnSchema;
import kpi.data.DataCode;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.diagnostic.Suggestion;
import kpi.source.Place;

/** A header row against the declared columns. */
public final class HeaderMatch {
    private static final int IGNORED = -1;

    /** Comparing every name with every other is for tables that people read. */
    private static final long MOST_COMPARED = 200_000;

    private final int[] targets;
    private final int found;
    private final boolean complete;
    private final List<String> suggestible;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Compares names and aliases.
     *
     * @param optional declared columns that a file may lack
     */
    public HeaderMatch(List<String> names, long line, String file, TableSchema schema, Set<String> optional) {
        suggestible = (long) names.size() * schema.columns().size() > MOST_COMPARED
                ? List.of()
                : schema.columns().stream().map(ColumnSchema::name).toList();
        Map<String, Integer> declared = new HashMap<>();
        for (int i = 0; i < schema.columns().size(); i++) {
            ColumnSchema column = schema.columns().get(i);
            declared.put(ColumnNames.fold(column.name()), i);
            for (String alias : column.aliases()) {
                declared.put(ColumnNames.fold(alias), i);
            }
        }
        targets = new int[names.size()];
        Arrays.fill(targets, IGNORED);
        Map<String, Integer> seen = new HashMap<>();
        int[] positions = new int[schema.columns().size()];
        for (int i = 0; i < targets.length; i++) {
            String name = names.get(i).strip();
            String folded = ColumnNames.fold(name);
            Place place = Place.cell(schema.name(), file, line, name, name);
            if (folded.isEmpty()) {
                problems.add(Problem.of(DataCode.EMPTY_HEADER, place)
                        .with("position", i + 1)
                        .build());
                continue;
            }
            // Engines that store the table may not tell a from A.
            Integer column = declared.get(folded);
            Integer first = seen.putIfAbsent(folded.toLowerCase(Locale.ROOT), i);
            if (first == null && column != null && positions[column] > 0) {
                first = positions[column] - 1;
            }
            if (first != null) {
                problems.add(Problem.of(DataCode.DUPLICATE_HEADER, place)
                        .with("first", first + 1)
                        .with("second", i + 1)
                        .with("name", name)
                        .build());
            } else if (column == null) {
                problems.add(undeclared(name, place));
            } else {
                targets[i] = column;
                positions[column] = i + 1;
            }
        }
        int count = 0;
        boolean all = true;
        for (int i = 0; i < positions.length; i++) {
            ColumnSchema column = schema.columns().get(i);
            count += positions[i] > 0 ? 1 : 0;
            if (positions[i] == 0 && !optional.contains(column.name())) {
                all = false;
                Place place = Place.cell(schema.name(), file, 0, column.name(), "");
                problems.add(Problem.of(DataCode.MISSING_COLUMN, place)
                        .with("column", column.name())
                        .with("names", nearestFirst(column.name(), names))
                        .build());
            }
        }
        found = count;
        complete = all && count > 0;
    }

    private Problem undeclared(String name, Place place) {
        return Suggestion.nearest(name, suggestible)
                .map(near -> Problem.of(DataCode.UNDECLARED_COLUMN_BUT_NEAR, place)
                        .with("name", name)
                        .with("near", near))
                .orElseGet(() -> Problem.of(DataCode.UNDECLARED_COLUMN, place).with("name", name))
                .build();
    }

    /** A message lists only a few names; the likely ones come first. */
    private Set<String> nearestFirst(String wanted, List<String> names) {
        List<String> stripped =
                names.stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
        Set<String> ordered = new LinkedHashSet<>();
        if (!suggestible.isEmpty()) {
            ordered.addAll(Suggestion.among(stripped).near(wanted, 3));
        }
        ordered.addAll(stripped);
        return ordered;
    }

    /** For each cell of a row the declared column it belongs to, or -1. */
    public int[] targets() {
        return targets;
    }

    /** How many declared columns the file has. */
    public int found() {
        return found;
    }

    /** Whether the file has all declared columns it must have. */
    public boolean isComplete() {
        return complete;
    }

    public boolean isGood() {
        return problems.stream().noneMatch(p -> p.severity() == Severity.ERROR);
    }

    public List<Problem> problems() {
        return problems;
    }
}
