package dev.renum.health.library;

import java.io.IOException;

/** An entry of an archive, during its visit. */
interface Entry {
    /** Its path inside of the archive, as written there. */
    String name();

    /**
     * Its content.
     *
     * @throws TooLargeException if it is larger than {@code limit} bytes, whatever the archive claims
     */
    byte[] read(int limit) throws IOException;

    /** The checksum of its content, or -1 if it is not known; the content cannot be read after it. */
    long crc() throws IOException;

    /** Looks at entries one after the other. */
    @FunctionalInterface
    interface Visitor {
        /** Called once for each entry, in the order of the archive. */
        void visit(Entry entry) throws IOException;
    }
}
