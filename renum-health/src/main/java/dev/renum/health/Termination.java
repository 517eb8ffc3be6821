package dev.renum.health;

import dev.renum.health.background.BackgroundLog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How this process learns that it is to end: by SIGTERM or SIGINT.
 *
 * <p>{@code sun.misc.Signal} is reached by reflection: the compiler warns of its use, and a run-time image may lack it.
 */
final class Termination implements AutoCloseable {
    private static final long SHUTDOWN_SECONDS = 5;

    /** One signal asks, the second hurries; the next finds its former handler, so that a host that hangs can be ended. */
    private static final int OURS = 2;

    private final List<Handled> handled = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Object received;

    private Termination() {}

    /** A signal and who had it before. */
    private record Handled(Object signal, Object former) {}

    /** Calls {@code onSignal} at the first two signals. Where signals cannot be had, says so in the log; then they end the JVM as ever. */
    static Termination handledBy(Runnable onSignal, BackgroundLog log) {
        Termination termination = new Termination();
        try {
            termination.handle(onSignal);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            warn(log, e.getCause() == null ? e : e.getCause());
        }
        return termination;
    }

    private static void warn(BackgroundLog log, Throwable reason) {
        log.write(to -> to.atWarn()
                .addKeyValue("reason", reason)
                .log("signals cannot be handled in this JVM, so a signal ends it without draining"));
    }

    /** Gives the signals back and, if one has come, raises it again and waits until the JVM has taken it up. */
    @Override
    public void close() {
        try {
            restore();
            if (received != null) {
                raiseAndAwaitShutdown(received);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a signal handler that was set cannot be taken back", e);
        }
    }

    private void handle(Runnable onSignal) throws ReflectiveOperationException {
        Object handler = Proxy.newProxyInstance(
                Termination.class.getClassLoader(),
                new Class<?>[] {Class.forName("sun.misc.SignalHandler")},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("handle")) {
                        return method.invoke(this, arguments);
                    }
                    take(arguments[0], onSignal);
                    return null;
                });
        install(handler);
    }

    private void install(Object handler) throws ReflectiveOperationException {
        try {
            for (String name : List.of("TERM", "INT")) {
                Object signal = type().getConstructor(String.class).newInstance(name);
                handled.add(new Handled(signal, setHandler().invoke(null, signal, handler)));
            }
        } catch (InvocationTargetException e) {
            restore();
            throw e;
        }
    }

    private void take(Object signal, Runnable onSignal) throws ReflectiveOperationException {
        received = signal;
        onSignal.run();
        if (count.incrementAndGet() == OURS) {
            restore();
        }
    }

    private void restore() throws ReflectiveOperationException {
        for (Handled one : handled) {
            setHandler().invoke(null, one.signal(), one.former());
        }
        handled.clear();
    }

    /** The JVM takes a signal up on another thread. Were the caller's the last one, it could end before that, and with another exit code. */
    private static void raiseAndAwaitShutdown(Object signal) throws ReflectiveOperationException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread hook = new Thread(begun::countDown, "renum-health-drained");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            type().getMethod("raise", type()).invoke(null, signal);
            if (!begun.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException e) {
            // The JVM is ending already, for another reason.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Method setHandler() throws ReflectiveOperationException {
        return type().getMethod("handle", type(), Class.forName("sun.misc.SignalHandler"));
    }

    private static Class<?> type() throws ReflectiveOperationException {
        return Class.forName("sun.misc.Signal");
    }
}
