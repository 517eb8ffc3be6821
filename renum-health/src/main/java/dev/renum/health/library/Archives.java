package dev.renum.health.library;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Walks through archives, within limits. */
final class Archives {
    static final int MAX_ENTRIES = 200_000;
    static final long MAX_NESTED_BYTES = 512L << 20;

    private Archives() {}

    /** Visits the entries that the directory at the end of {@code zip} names; reads the content of those only that the visitor reads. */
    static void visit(ZipFile zip, Entry.Visitor visitor) throws IOException {
        checkEntries(zip.size());
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            visitor.visit(new FileEntry(zip, entries.nextElement()));
        }
    }

    /** Visits the entries of an archive inside of another one, where everything must be unpacked to get to the next. */
    static void visit(InputStream nested, Entry.Visitor visitor) throws IOException {
        ZipInputStream zip = new ZipInputStream(nested);
        Unpacked unpacked = new Unpacked(zip, MAX_NESTED_BYTES);
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            checkEntries(++entries);
            visitor.visit(new StreamEntry(entry, unpacked));
            unpacked.drain();
        }
        if (entries == 0) {
            throw new IOException("is not a jar, or an empty one");
        }
    }

    static byte[] atMost(int limit, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new TooLargeException("has more than " + limit + " bytes");
        }
        return bytes;
    }

    private static void checkEntries(int entries) throws TooLargeException {
        if (entries > MAX_ENTRIES) {
            throw new TooLargeException("has more than " + MAX_ENTRIES + " entries");
        }
    }

    private record FileEntry(ZipFile zip, ZipEntry entry) implements Entry {
        @Override
        public String name() {
            return entry.getName();
        }

        @Override
        public byte[] read(int limit) throws IOException {
            try (InputStream in = zip.getInputStream(entry)) {
                return atMost(limit, in);
            }
        }

        @Override
        public long crc() {
            return entry.getCrc();
        }
    }

    private record StreamEntry(ZipEntry entry, Unpacked unpacked) implements Entry {
        @Override
        public String name() {
            return entry.getName();
        }

        @Override
        public byte[] read(int limit) throws IOException {
            return atMost(limit, unpacked);
        }

        /** It may stand behind the content. */
        @Override
        public long crc() throws IOException {
            unpacked.drain();
            return entry.getCrc();
        }
    }
}
