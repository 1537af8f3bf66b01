package kpi.source;

import java.util.Objects;
import java.util.Optional;

/** Where something is: a span of a text, a cell of a file, or an input; exactly one of these. */
public sealed interface Place extends Comparable<Place> permits Place.InText, Place.InCell, Place.AtInput {
    static Place of(Span span) {
        return new InText(span);
    }

    /** A cell; see {@link Cell} for what each part means. */
    static Place cell(String table, String file, long row, String column, String rawText) {
        return new InCell(new Cell(table, file, row, column, rawText));
    }

    /** An input that a host gives by its name. */
    static Place input(String name) {
        return new AtInput(name);
    }

    default Optional<Span> span() {
        return Optional.empty();
    }

    default Optional<Cell> cell() {
        return Optional.empty();
    }

    default Optional<String> input() {
        return Optional.empty();
    }

    /** Texts come first, then cells, then inputs; each in reading order. */
    @Override
    default int compareTo(Place other) {
        return PlaceOrder.PLACES.compare(this, other);
    }

    /** A place in a text. */
    record InText(Span where) implements Place {
        public InText {
            Objects.requireNonNull(where, "where");
        }

        @Override
        public Optional<Span> span() {
            return Optional.of(where);
        }

        @Override
        public String toString() {
            return where.toString();
        }
    }

    /** A place in a table. */
    record InCell(Cell where) implements Place {
        public InCell {
            Objects.requireNonNull(where, "where");
        }

        @Override
        public Optional<Cell> cell() {
            return Optional.of(where);
        }

        @Override
        public String toString() {
            return where.toString();
        }
    }

    /** An input of a host. */
    record AtInput(String name) implements Place {
        public AtInput {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public Optional<String> input() {
            return Optional.of(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A cell of a table, or more than one cell where a part is left out.
     *
     * @param table the name of the dataset
     * @param file the file it was read from; empty when it came from no file
     * @param row the row as the file counts it, from 1 (a heading is row 1); 0 when no single row is meant
     * @param column the name of the column; empty when no single column is meant
     * @param rawText what the cell holds, as it stands in the file
     */
    record Cell(String table, String file, long row, String column, String rawText) implements Comparable<Cell> {
        public Cell {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(rawText, "rawText");
            if (row < 0) {
                throw new IllegalArgumentException("row " + row);
            }
        }

        /** By file, table, row and column. */
        @Override
        public int compareTo(Cell other) {
            return PlaceOrder.CELLS.compare(this, other);
        }

        /** For example {@code H.csv:3:實際值}. */
        @Override
        public String toString() {
            String holder = file.isEmpty() ? table : file;
            return holder + (row == 0 ? "" : ":" + row) + (column.isEmpty() ? "" : ":" + column);
        }
    }
}
