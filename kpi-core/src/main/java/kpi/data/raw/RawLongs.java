package kpi.data.raw;

/** A column's own array of long. Only this module can name this type, and nothing in it writes to the array. */
public final class RawLongs extends RawNumbers {
    private final long[] array;

    public RawLongs(long[] array) {
        this.array = array;
    }

    /** The array itself, not a copy: read it, never write to it. */
    public long[] array() {
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
        return Long.BYTES;
    }

    @Override
    public long least() {
        long least = array[0];
        for (long each : array) {
            least = Math.min(least, each);
        }
        return least;
    }

    @Override
    public long most() {
        long most = array[0];
        for (long each : array) {
            most = Math.max(most, each);
        }
        return most;
    }
}
