package kpi.data.csv;

import java.util.List;
import kpi.diagnostic.Problem;

/** Takes what a scan finds, in the order of the file. */
interface RowSink {
    /** What is to be done after a line was offered as the header. */
    enum Next {
        /** It is the header: rows follow. */
        ROWS,
        /** It is not: the next line is offered too. */
        OFFER_NEXT,
        /** Nothing more is wanted of the file. */
        STOP
    }

    Next header(List<String> names, long line);

    void beginRow(long line);

    /** The characters are only good during the call. */
    void cell(int index, char[] buffer, int offset, int length);

    /** Answers false when no further row is wanted. */
    boolean endRow(int cells);

    /** A line without a character. */
    void blankLine(long line);

    /** Something wrong with the file as a whole. */
    void problem(Problem problem);

    /** The name of a column of the file, for places; empty if it has none. */
    String columnName(int index);
}
