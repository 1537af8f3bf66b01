package kpi.data.raw;

/**
 * A column's own array of integers, as narrow as its numbers allow. Only this module can name this type, and nothing in it
 * writes to the array.
 */
public abstract sealed class RawNumbers permits RawBytes, RawShorts, RawInts, RawLongs {
    /** How many there are. */
    public abstract int length();

    /** The number of a row; {@link IndexOutOfBoundsException} for one that does not exist. */
    public abstract long get(int row);

    /** How many bytes a row takes. */
    public abstract int width();

    /** The least of all rows, of which there is at least one. */
    public abstract long least();

    /** The greatest of all rows, of which there is at least one. */
    public abstract long most();

    /** The narrowest width that holds all numbers from {@code least} to {@code most}. */
    public static int widthOf(long least, long most) {
        if (least >= Byte.MIN_VALUE && most <= Byte.MAX_VALUE) {
            return Byte.BYTES;
        }
        if (least >= Short.MIN_VALUE && most <= Short.MAX_VALUE) {
            return Short.BYTES;
        }
        return least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE ? Integer.BYTES : Long.BYTES;
    }
}
