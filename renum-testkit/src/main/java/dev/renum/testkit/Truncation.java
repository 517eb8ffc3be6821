package dev.renum.testkit;

/** Springs when so many bytes have passed. */
final class Truncation implements Trap {
    private long left;

    Truncation(long bytes) {
        this.left = bytes;
    }

    @Override
    public int spring(byte[] piece, int from, int to) {
        int passing = (int) Math.min(left, to - from);
        left -= passing;
        return left == 0 ? from + passing : -1;
    }
}
