package kpi.data.raw;

/** A column's own array of short. Only this module can name this type, and nothing in it writes to the array. */
public final class RawShorts extends RawNumbers {
    private final short[] array;

    public RawShorts(short[] array) {
        this.array = array;
    }

    /** The array itself, not a copy: read it, never write to it. */
    public short[] array() {
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
        return Short.BYTES;
    }

    @Override
    public long least() {
        short least = array[0];
        for (short each : array) {
            least = each < least ? each : least;
        }
        return least;
    }

    @Override
    public long most() {
        short most = array[0];
        for (short each : array) {
            most = each > most ? each : most;
        }
        return most;
    }
}
