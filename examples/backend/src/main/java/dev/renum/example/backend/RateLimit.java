package dev.renum.example.backend;

import dev.renum.core.Ticker;
import dev.renum.http.Filter;
import dev.renum.http.Handler;
import dev.renum.http.Problem;
import dev.renum.http.Request;
import dev.renum.http.Response;
import java.util.concurrent.locks.ReentrantLock;

/** Lets through what a bucket of tokens allows, and answers the rest with 429. The rate may change at any time. */
final class RateLimit implements Filter {
    private static final double NANOS = 1e9;

    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private double perSecond;
    private double burst;
    private double tokens;
    private long filled;

    RateLimit(Ticker ticker, int perSecond, int burst) {
        this.ticker = ticker;
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filled = ticker.read();
    }

    /** From now on {@code perSecond} requests, and {@code burst} at once after a pause. */
    void change(int perSecond, int burst) {
        lock.lock();
        try {
            fill();
            this.perSecond = perSecond;
            this.burst = burst;
            tokens = Math.min(tokens, burst);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        return take() ? next.handle(request) : refusal();
    }

    private boolean take() {
        lock.lock();
        try {
            fill();
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void fill() {
        long now = ticker.read();
        tokens = Math.min(burst, tokens + (now - filled) / NANOS * perSecond);
        filled = now;
    }

    private static Response refusal() {
        Problem problem = Problem.of(429, BackendCode.TOO_MANY_REQUESTS, "more requests arrive than are allowed")
                .withCure("try again in a second");
        return Response.problem(problem).withHeader("Retry-After", "1");
    }
}
