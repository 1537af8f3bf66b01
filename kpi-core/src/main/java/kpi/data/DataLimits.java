package kpi.data;

import kpi.diagnostic.KpiUsageException;

/**
 * How much a reader takes before it refuses. Past a limit a reader answers a problem of class LIMIT; it never cuts.
 *
 * <p>Example: {@code DataLimits.standard().withRows(1_000_000)}.
 *
 * @param cellCharacters UTF-16 characters of one cell
 * @param columns columns of one table
 * @param rows rows of one table
 * @param problems errors reported for one table; further ones are counted in one closing problem
 */
public record DataLimits(int cellCharacters, int columns, int rows, int problems) {
    private static final DataLimits STANDARD = new DataLimits(1 << 20, 16_384, 50_000_000, 1_000);

    public DataLimits {
        requirePositive("cellCharacters", cellCharacters);
        requirePositive("columns", columns);
        requirePositive("rows", rows);
        requirePositive("problems", problems);
        if (cellCharacters > 1 << 28) {
            throw new KpiUsageException("cellCharacters is at most " + (1 << 28) + ", not " + cellCharacters);
        }
    }

    /** 1 MiB a cell, 16,384 columns, 50,000,000 rows, 1,000 errors. */
    public static DataLimits standard() {
        return STANDARD;
    }

    public DataLimits withCellCharacters(int characters) {
        return new DataLimits(characters, columns, rows, problems);
    }

    public DataLimits withColumns(int most) {
        return new DataLimits(cellCharacters, most, rows, problems);
    }

    public DataLimits withRows(int most) {
        return new DataLimits(cellCharacters, columns, most, problems);
    }

    public DataLimits withProblems(int most) {
        return new DataLimits(cellCharacters, columns, rows, most);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new KpiUsageException(name + " is at least 1, not " + value);
        }
    }
}
