package dev.renum.health.check;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses that lead into a network of one's own and not to the public: the registries of special-purpose addresses (RFC 6890), and the
 * forms of IPv6 that an address of IPv4 is hidden in.
 */
final class PrivateAddresses {
    private static final List<Block> BLOCKS = List.of(
            new Block(8, 0),
            new Block(8, 10),
            new Block(10, 100, 64),
            new Block(8, 127),
            new Block(16, 169, 254),
            new Block(12, 172, 16),
            new Block(24, 192, 0, 0),
            new Block(16, 192, 168),
            new Block(15, 198, 18),
            new Block(3, 224));

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b};
    private static final byte[] SIX_TO_FOUR = {0x20, 0x02};

    private PrivateAddresses() {}

    /** All addresses of IPv4 that begin with the {@code bits} first bits of {@code bytes}. */
    private record Block(int bits, int... bytes) {
        boolean contains(int address) {
            int start = 0;
            for (int i = 0; i < Integer.BYTES; i++) {
                start = start << Byte.SIZE | (i < bytes.length ? bytes[i] : 0);
            }
            return (address ^ start) >>> (Integer.SIZE - bits) == 0;
        }
    }

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return isPrivate(bytes, 0);
        }
        return isPrivateSix(bytes)
                || startsWith(bytes, NAT64) && isPrivate(bytes, 12)
                || startsWith(bytes, SIX_TO_FOUR) && isPrivate(bytes, 2);
    }

    /**
     * Public addresses of IPv6 begin with the bits 001, and with those of NAT64; whatever holds an address of IPv4 in its last bytes otherwise is
     * no public one.
     */
    private static boolean isPrivateSix(byte[] bytes) {
        return (bytes[0] & 0xe0) != 0x20 && !startsWith(bytes, NAT64);
    }

    private static boolean isPrivate(byte[] bytes, int from) {
        int address = 0;
        for (int i = from; i < from + Integer.BYTES; i++) {
            address = address << Byte.SIZE | bytes[i] & 0xff;
        }
        int judged = address;
        return BLOCKS.stream().anyMatch(block -> block.contains(judged));
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
