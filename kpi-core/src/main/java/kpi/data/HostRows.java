package kpi.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.number.Exact;
import kpi.value.Value;
import org.jspecify.annotations.Nullable;

/** Takes rows that a host gives as maps or records. What the host's own code throws becomes a problem of the row. */
final class HostRows {
    private static final int MOST_NAMES_REPORTED = 100;

    private static final int MOST_BITS_SHOWN = 1000;

    private final TableBuilder builder;
    private final TableSchema schema;
    private final Map<String, Integer> index;
    private final Map<Class<?>, List<Field>> fieldsOf = new HashMap<>();
    private final Set<String> undeclared = new HashSet<>();

    HostRows(TableBuilder builder, TableSchema schema) {
        this.builder = builder;
        this.schema = schema;
        this.index = schema.index();
    }

    /** A component of a record class. */
    private record Field(String name, Method accessor) {}

    /** A name with its value, as the host gave them. */
    private record Cell(@Nullable Object name, @Nullable Object value) {}

    void add(@Nullable Object row, long number) {
        if (row instanceof Record fields) {
            addRecord(fields, number);
        } else if (row instanceof Map<?, ?> map) {
            addMap(map, number);
        } else {
            builder.beginRow(number);
            refuse(DataCode.NOT_A_ROW, row == null ? "null" : typeOf(row));
            builder.endRow();
        }
    }

    void addMap(Map<?, ?> row, long number) {
        builder.beginRow(number);
        List<Cell> cells = new ArrayList<>();
        try {
            // All of it before any of it is used: a map of the host's own may throw at any entry.
            row.forEach((name, value) -> cells.add(new Cell(name, value)));
        } catch (RuntimeException thrown) {
            cells.clear();
            refuse(DataCode.ROW_FAILED, typeOf(thrown));
        }
        addCells(cells);
        builder.endRow();
    }

    void addRecord(Record row, long number) {
        builder.beginRow(number);
        List<Cell> cells = new ArrayList<>();
        try {
            for (Field field : fieldsOf.computeIfAbsent(row.getClass(), HostRows::fields)) {
                cells.add(new Cell(field.name(), field.accessor().invoke(row)));
            }
        } catch (IllegalAccessException closed) {
            cells.clear();
            refuse(DataCode.RECORD_NOT_ACCESSIBLE, typeOf(row));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            cells.clear();
            refuse(DataCode.ROW_FAILED, thrown.getCause() == null ? typeOf(thrown) : typeOf(thrown.getCause()));
        }
        addCells(cells);
        builder.endRow();
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            // Where this is refused, the call is refused too, and that is a problem of the row.
            accessor.trySetAccessible();
            fields.add(new Field(component.getName(), accessor));
        }
        return fields;
    }

    private void addCells(List<Cell> cells) {
        Map<Integer, String> given = new HashMap<>();
        for (Cell cell : cells) {
            if (!(cell.name() instanceof String name)) {
                refuse(DataCode.NOT_A_ROW, cell.name() == null ? "null" : typeOf(cell.name()));
                return;
            }
            Integer column = index.get(ColumnNames.fold(name));
            if (column == null) {
                reportUndeclared(name);
                continue;
            }
            String other = given.putIfAbsent(column, name);
            if (other != null) {
                builder.refuseRow(Problem.of(DataCode.COLUMN_GIVEN_TWICE, builder.rowPlace())
                        .with("one", other)
                        .with("other", name)
                        .with("column", schema.columns().get(column).name())
                        .build());
                return;
            }
            builder.value(column, cell.value());
        }
    }

    private void reportUndeclared(String name) {
        if (undeclared.size() < MOST_NAMES_REPORTED && undeclared.add(name)) {
            List<String> names =
                    schema.columns().stream().map(ColumnSchema::name).toList();
            builder.problem(Suggestion.nearest(name, names)
                    .map(near -> Problem.of(DataCode.UNDECLARED_COLUMN_BUT_NEAR, builder.tablePlace(name))
                            .with("name", name)
                            .with("near", near))
                    .orElseGet(() -> Problem.of(DataCode.UNDECLARED_COLUMN, builder.tablePlace(name))
                            .with("name", name))
                    .build());
        }
    }

    private void refuse(DataCode code, String type) {
        builder.refuseRow(
                Problem.of(code, builder.rowPlace()).with("type", type).build());
    }

    private static String typeOf(Object value) {
        String name = value.getClass().getSimpleName();
        return name.isEmpty() ? value.getClass().getName() : name;
    }

    /** A host's value as the place of a problem shows it; nothing where showing it would run the host's own code. */
    static String shown(@Nullable Object value) {
        if (value instanceof Value known) {
            return CellText.of(known);
        }
        if (value instanceof Enum<?> constant) {
            return CellText.bounded(constant.name());
        }
        if (value instanceof BigInteger integer && integer.bitLength() > MOST_BITS_SHOWN
                || value instanceof BigDecimal decimal
                        && decimal.unscaledValue().bitLength() > MOST_BITS_SHOWN) {
            return "";
        }
        boolean plain = value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof LocalDate
                || value instanceof Exact;
        return value != null && plain && isOfTheJdkOrOurs(value.getClass()) ? CellText.bounded(value.toString()) : "";
    }

    private static boolean isOfTheJdkOrOurs(Class<?> type) {
        return type.getName().startsWith("java.") || Exact.class.isAssignableFrom(type);
    }
}
