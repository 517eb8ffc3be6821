package dev.renum.testkit;

/** Springs behind a sequence of bytes, however it is cut into pieces: the algorithm of Knuth, Morris and Pratt (SIAM J. Comput. 6, 1977). */
final class BytePattern implements Trap {
    private final byte[] pattern;
    private final int[] border;
    private int matched;

    BytePattern(byte[] pattern) {
        this.pattern = pattern;
        this.border = borders(pattern);
    }

    @Override
    public int spring(byte[] piece, int from, int to) {
        for (int i = from; i < to; i++) {
            matched = extend(pattern, border, matched, piece[i]);
            if (matched == pattern.length) {
                matched = border[matched];
                return i + 1;
            }
        }
        return -1;
    }

    /** For every length of a prefix, how long the longest shorter prefix is that also ends it. */
    private static int[] borders(byte[] pattern) {
        int[] border = new int[pattern.length + 1];
        for (int length = 2; length <= pattern.length; length++) {
            border[length] = extend(pattern, border, border[length - 1], pattern[length - 1]);
        }
        return border;
    }

    private static int extend(byte[] pattern, int[] border, int matched, byte next) {
        int length = matched;
        while (length > 0 && pattern[length] != next) {
            length = border[length];
        }
        return pattern[length] == next ? length + 1 : 0;
    }
}
