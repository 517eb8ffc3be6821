package dev.renum.health.notify;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A client of the JDK with threads of its own, which can be closed on any Java. */
record Client(HttpClient http, ExecutorService threads) {
    private static final Duration MAX_CONNECT = Duration.ofSeconds(5);
    private static final int MAX_THREADS = 2;
    /** More steps than a message takes; if that many wait, the threads hang in the resolution of a name. */
    private static final int MAX_WAITING = 100;

    static Client open(Duration timeout, String name) {
        ExecutorService threads = threads(name);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout.compareTo(MAX_CONNECT) < 0 ? timeout : MAX_CONNECT)
                .executor(threads)
                .build();
        return new Client(http, threads);
    }

    private static ExecutorService threads(String name) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MAX_THREADS, MAX_THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), task -> {
                    Thread thread = new Thread(task, "renum-health-http-" + name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Ends it without waiting for anything. */
    void close() {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(http);
        } catch (ReflectiveOperationException e) {
            // Java has that since 21; before, the thread that selects ends once the client is collected.
        }
        threads.shutdown();
    }
}
