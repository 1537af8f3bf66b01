package kpi.data.raw;

/** A column's own array of int. Only this module can name this type, and nothing in it writes to the array. */
public final class RawInts extends RawNumbers {
    private final int[] array;

    public RawInts(int[] array) {
        this.array = array;
    }

    /** The array itself, not a copy: read it, never write to it. */
    public int[] array() {
        return array;
    }

    @Override
    public int length() {
        return array.length;
    }

    @Override
    public long get(int row) {
        return array[row];
    }

    @Override
    public int width() {
        return Integer.BYTES;
    }

    @Override
    public long least() {
        int least = array[0];
        for (int each : array) {
            least = Math.min(least, each);
        }
        return least;
    }

    @Override
    public long most() {
        int most = array[0];
        for (int each : array) {
            most = Math.max(most, each);
        }
        return most;
    }
}
