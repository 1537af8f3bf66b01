package kpi.data.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import kpi.data.ColumnType;
import kpi.data.TableBuilder;
import org.jspecify.annotations.Nullable;

/** How a column of a result set goes into a column of a table. */
record JdbcCell(int from, int to, Kind kind, ColumnType type) {
    enum Kind {
        DECIMAL,
        INTEGER,
        BINARY,
        TEXT,
        TRUTH,
        DATE,
        NOTHING
    }

    /** Empty if values of the column's type are not taken. */
    static Optional<JdbcCell> of(ResultSetMetaData about, int from, int to, ColumnType type, boolean shortestDecimals)
            throws SQLException {
        return kind(about.getColumnType(from), about.getPrecision(from))
                .filter(kind -> kind != Kind.BINARY || shortestDecimals)
                .map(kind -> new JdbcCell(from, to, kind, type));
    }

    private static Optional<Kind> kind(int sqlType, int precision) {
        return switch (sqlType) {
            case Types.DECIMAL, Types.NUMERIC -> Optional.of(Kind.DECIMAL);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(Kind.INTEGER);
            case Types.FLOAT, Types.REAL, Types.DOUBLE -> Optional.of(Kind.BINARY);
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> Optional.of(Kind.TEXT);
            case Types.BOOLEAN -> Optional.of(Kind.TRUTH);
            case Types.BIT -> precision <= 1 ? Optional.of(Kind.TRUTH) : Optional.empty();
            case Types.DATE -> Optional.of(Kind.DATE);
            case Types.NULL -> Optional.of(Kind.NOTHING);
            default -> Optional.empty();
        };
    }

    /** The cell of the row at hand. */
    void read(ResultSet rows, TableBuilder builder) throws SQLException {
        Object value = switch (kind) {
            case DECIMAL -> decimal(rows.getBigDecimal(from));
            case INTEGER -> integer(rows.getLong(from));
            case BINARY -> binary(rows.getObject(from));
            case TEXT -> rows.getString(from);
            case TRUTH -> rows.getBoolean(from);
            case DATE -> rows.getObject(from, LocalDate.class);
            case NOTHING -> null;
        };
        boolean isMissing = value == null || kind != Kind.NOTHING && rows.wasNull();
        builder.value(to, isMissing ? null : value);
    }

    /** Years and truths are often kept as numbers; they are read as their digits would be. */
    private @Nullable Object decimal(@Nullable BigDecimal value) {
        boolean asDigits = type instanceof ColumnType.PeriodType || type instanceof ColumnType.TruthType;
        return value != null && asDigits && value.scale() == 0 && value.precision() <= 9 ? value.toString() : value;
    }

    private Object integer(long value) {
        return type instanceof ColumnType.PeriodType || type instanceof ColumnType.TruthType
                ? String.valueOf(value)
                : (Object) value;
    }

    /** A number that is none is given as its text, which no column of numbers takes. */
    private static @Nullable Object binary(@Nullable Object value) {
        if (!(value instanceof Double || value instanceof Float)) {
            return value;
        }
        String shortest = value.toString();
        char last = shortest.charAt(shortest.length() - 1);
        return Character.isDigit(last) ? new BigDecimal(shortest) : shortest;
    }
}
