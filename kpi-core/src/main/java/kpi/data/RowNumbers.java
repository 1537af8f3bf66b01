package kpi.data;

import java.util.Arrays;

/** Which line of its origin each row came from, as runs of consecutive lines. */
final class RowNumbers {
    private final int[] starts;
    private final long[] numbers;

    private RowNumbers(int[] starts, long[] numbers) {
        this.starts = starts;
        this.numbers = numbers;
    }

    long of(int row) {
        int at = Arrays.binarySearch(starts, row);
        int run = at >= 0 ? at : -at - 2;
        return numbers[run] + (row - starts[run]);
    }

    /** Grows row by row. */
    static final class Builder {
        private int[] starts = new int[4];
        private long[] numbers = new long[4];
        private int runs;

        void add(int row, long number) {
            if (runs > 0 && numbers[runs - 1] + (row - starts[runs - 1]) == number) {
                return;
            }
            if (runs == starts.length) {
                starts = Arrays.copyOf(starts, runs * 2);
                numbers = Arrays.copyOf(numbers, runs * 2);
            }
            starts[runs] = row;
            numbers[runs++] = number;
        }

        RowNumbers build() {
            return new RowNumbers(Arrays.copyOf(starts, runs), Arrays.copyOf(numbers, runs));
        }
    }
}
