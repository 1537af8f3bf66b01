package kpi.data.sheet;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The parts of a ZIP file by name, unpacked as they are read and never onto a disk. */
final class ZipParts {
    /** A file of few bytes may unpack to this many without being a bomb. */
    private static final long GRACE = 1_000_000;

    private final SheetTables.Opener opener;
    private final SheetTables.Format.Inflation limits;
    private long offset;

    ZipParts(SheetTables.Opener opener, SheetTables.Format.Inflation limits) {
        this.opener = opener;
        this.limits = limits;
    }

    /** How many bytes of the file the last part asked for was read from. */
    long offset() {
        return offset;
    }

    /** What is done with a part. */
    interface Use {
        void of(InputStream part) throws IOException;
    }

    /** Reads the first part of this name; false if there is none. Each call opens the file anew. */
    boolean read(String name, Use use) throws IOException {
        offset = 0;
        try (InputStream file = open();
                Counted packed = new Counted(file);
                ZipInputStream zip = new ZipInputStream(packed)) {
            Inflated part = new Inflated(zip, packed);
            for (Optional<ZipEntry> entry = next(zip); entry.isPresent(); entry = next(zip)) {
                if (entry.get().getName().equals(name)) {
                    use.of(part);
                    return true;
                }
                part.skipAll();
            }
            return false;
        } catch (ZipException damaged) {
            throw new Unreadable("檔案已損壞", "it is damaged");
        } catch (EOFException cut) {
            throw new Unreadable("檔案不完整", "it is cut off");
        }
    }

    private InputStream open() throws IOException {
        try {
            return opener.open();
        } catch (RuntimeException failure) {
            throw new IOException(failure);
        }
    }

    private static Optional<ZipEntry> next(ZipInputStream zip) throws IOException {
        try {
            return Optional.ofNullable(zip.getNextEntry());
        } catch (IllegalArgumentException name) {
            throw new Unreadable("檔案已損壞", "it is damaged");
        }
    }

    /** Counts the bytes of the file. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            offset += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count;
            try {
                count = super.read(target, from, length);
            } catch (RuntimeException failure) {
                throw new IOException(failure);
            }
            offset += Math.max(count, 0);
            return count;
        }
    }

    /** Counts the bytes unpacked, of all parts up to the one that is read. */
    private final class Inflated extends FilterInputStream {
        private final Counted packed;
        private long inflated;

        Inflated(ZipInputStream zip, Counted packed) {
            super(zip);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            inflated += Math.max(count, 0);
            if (inflated > limits.size()) {
                throw new TooLarge("inflatedSize", limits.size());
            }
            if (inflated > GRACE && inflated / limits.ratio() > offset) {
                throw new TooLarge("inflateRatio", limits.ratio());
            }
            return count;
        }

        void skipAll() throws IOException {
            byte[] block = new byte[8192];
            while (read(block, 0, block.length) >= 0) {
                // The limits hold for parts that nobody wants, too.
            }
        }

        @Override
        public void close() throws IOException {
            packed.close();
        }
    }
}
