package kpi.data.raw;

/** A column's own array of byte. Only this module can name this type, and nothing in it writes to the array. */
public final class RawBytes extends RawNumbers {
    private final byte[] array;

    public RawBytes(byte[] array) {
        this.array = array;
    }

    /** The array itself, not a copy: read it, never write to it. */
    public byte[] array() {
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
        return Byte.BYTES;
    }

    @Override
    public long least() {
        byte least = array[0];
        for (byte each : array) {
            least = each < least ? each : least;
        }
        return least;
    }

    @Override
    public long most() {
        byte most = array[0];
        for (byte each : array) {
            most = each > most ? each : most;
        }
        return most;
    }
}
