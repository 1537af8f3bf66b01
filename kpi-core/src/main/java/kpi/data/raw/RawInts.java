package kpi.data.raw;

/** A column's own array of int. Only this module can name this type, and nothing in it writes to the array. */
public final class RawInts {
    private final int[] array;

    public RawInts(int[] array) {
        this.array = array;
    }

    /** The array itself, not a copy: read it, never write to it. */
    public int[] array() {
        return array;
    }
}
