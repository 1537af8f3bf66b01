package kpi.data.jdbc;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A result set of rows in memory, which answers what a driver answers and nothing else. */
public final class FakeRows {
    /** What a driver does before a row is given. */
    public interface BeforeRow {
        void at(int row) throws SQLException;
    }

    private record Head(String label, int type, String typeName) {}

    private final List<Head> heads = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();
    private BeforeRow before = row -> {};
    private int at = -1;
    private boolean wasNull;

    /** A column, of a type of {@link java.sql.Types}. */
    public FakeRows column(String label, int type, String typeName) {
        heads.add(new Head(label, type, typeName));
        return this;
    }

    public FakeRows row(Object... cells) {
        rows.add(cells);
        return this;
    }

    public FakeRows before(BeforeRow action) {
        before = action;
        return this;
    }

    public ResultSet open() {
        ClassLoader loader = FakeRows.class.getClassLoader();
        ResultSetMetaData about = (ResultSetMetaData) Proxy.newProxyInstance(
                loader, new Class<?>[] {ResultSetMetaData.class}, (self, method, given) -> switch (method.getName()) {
                    case "getColumnCount" -> heads.size();
                    case "getColumnLabel" -> heads.get((int) given[0] - 1).label();
                    case "getColumnType" -> heads.get((int) given[0] - 1).type();
                    case "getColumnTypeName" -> heads.get((int) given[0] - 1).typeName();
                    case "getPrecision" -> 1;
                    default -> throw new SQLException("unexpected " + method);
                });
        return (ResultSet) Proxy.newProxyInstance(
                loader, new Class<?>[] {ResultSet.class}, (self, method, given) -> switch (method.getName()) {
                    case "getMetaData" -> about;
                    case "next" -> next();
                    case "wasNull" -> wasNull;
                    case "getBigDecimal" -> (BigDecimal) cell(given);
                    case "getString" -> (String) cell(given);
                    case "getLong" -> Objects.requireNonNullElse((Long) cell(given), 0L);
                    case "getBoolean" -> Objects.requireNonNullElse((Boolean) cell(given), false);
                    case "getObject" -> cell(given);
                    default -> throw new SQLException("unexpected " + method);
                });
    }

    private boolean next() throws SQLException {
        at++;
        before.at(at);
        return at < rows.size();
    }

    private Object cell(Object[] given) {
        Object cell = rows.get(at)[(int) given[0] - 1];
        wasNull = cell == null;
        return cell;
    }
}
