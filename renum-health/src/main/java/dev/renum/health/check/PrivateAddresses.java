package dev.renum.health.check;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses that lead into a network of one's own and not to the public: the registries of special-purpose addresses (RFC 6890), and the
 * forms of IPv6 that an address of IPv4 is hidden in.
 */
final class PrivateAddresses {
    private static final List<Block> BLOCKS = List.of(
            Block.of(0, 0, 0, 0, 8),
            Block.of(10, 0, 0, 0, 8),
            Block.of(100, 64, 0, 0, 10),
            Block.of(127, 0, 0, 0, 8),
            Block.of(169, 254, 0, 0, 16),
            Block.of(172, 16, 0, 0, 12),
            Block.of(192, 0, 0, 0, 24),
            Block.of(192, 168, 0, 0, 16),
            Block.of(198, 18, 0, 0, 15),
            Block.of(224, 0, 0, 0, 3));

    /** With the zeros behind it: what else begins like it is for local use (RFC 8215). */
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    /** Teredo hides its addresses of IPv4 in a way of its own. */
    private static final byte[] TEREDO = {0x20, 0x01, 0, 0};

    private static final byte[] SIX_TO_FOUR = {0x20, 0x02};

    private PrivateAddresses() {}

    /** All addresses of IPv4 whose first {@code bits} bits are those of {@code start}. */
    private record Block(int start, int bits) {
        static Block of(int first, int second, int third, int fourth, int bits) {
            return new Block(first << 24 | second << 16 | third << 8 | fourth, bits);
        }

        boolean contains(int address) {
            return (address ^ start) >>> (Integer.SIZE - bits) == 0;
        }
    }

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return isPrivate(bytes, 0);
        }
        boolean hidesAPrivateOne = (startsWith(bytes, NAT64) && isPrivate(bytes, 12))
                || (startsWith(bytes, SIX_TO_FOUR) && isPrivate(bytes, 2));
        return hidesAPrivateOne || isPrivateSix(bytes);
    }

    /**
     * Public addresses of IPv6 begin with the bits 001, and with those of NAT64; whatever holds an address of IPv4 in its last bytes otherwise is
     * no public one.
     */
    private static boolean isPrivateSix(byte[] bytes) {
        boolean isGlobal = (bytes[0] & 0xe0) == 0x20 && !startsWith(bytes, TEREDO);
        return !isGlobal && !startsWith(bytes, NAT64);
    }

    private static boolean isPrivate(byte[] bytes, int from) {
        int address = ByteBuffer.wrap(bytes).getInt(from);
        return BLOCKS.stream().anyMatch(block -> block.contains(address));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
