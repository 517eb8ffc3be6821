package dev.renum.health;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How this process learns that it is to end.
 *
 * <p>{@code sun.misc.Signal} is reached by reflection: the compiler warns of its use, and a run-time image may lack it.
 */
interface Termination extends AutoCloseable {
    /** Undoes the handling, and lets a termination that has begun go on. */
    @Override
    void close();

    /** Calls {@code onSignal} at every signal; a shutdown hook, if that must do, waits for {@code ended}. */
    static Termination handledBy(Runnable onSignal, CountDownLatch ended) {
        try {
            return new Signals(onSignal);
        } catch (ReflectiveOperationException | LinkageError e) {
            return new Hook(onSignal, ended);
        }
    }

    /** Handles SIGTERM and SIGINT. */
    final class Signals implements Termination {
        private static final long SHUTDOWN_SECONDS = 5;

        private final Class<?> signalType = Class.forName("sun.misc.Signal");
        private final Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        private final Method handle = signalType.getMethod("handle", signalType, handlerType);
        private final Method raise = signalType.getMethod("raise", signalType);
        private final List<Handled> handled = new ArrayList<>();
        private volatile @Nullable Object received;

        /** A signal and who had it before. */
        private record Handled(Object signal, Object former) {}

        Signals(Runnable onSignal) throws ReflectiveOperationException {
            Object handler = Proxy.newProxyInstance(
                    Termination.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        if (!method.getName().equals("handle")) {
                            return method.invoke(this, arguments);
                        }
                        received = arguments[0];
                        onSignal.run();
                        return null;
                    });
            try {
                for (String name : List.of("TERM", "INT")) {
                    Object signal = signalType.getConstructor(String.class).newInstance(name);
                    handled.add(new Handled(signal, handle.invoke(null, signal, handler)));
                }
            } catch (InvocationTargetException e) {
                restore();
                throw e;
            }
        }

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

        /** The JVM takes a signal up on another thread. Were the caller's the last one, it could end before that, and with another exit code. */
        private void raiseAndAwaitShutdown(Object signal) throws ReflectiveOperationException {
            CountDownLatch begun = new CountDownLatch(1);
            Thread hook = new Thread(begun::countDown, "renum-health-drained");
            try {
                Runtime.getRuntime().addShutdownHook(hook);
                raise.invoke(null, signal);
                if (!begun.await(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                    Runtime.getRuntime().removeShutdownHook(hook);
                }
            } catch (IllegalStateException e) {
                // The JVM is ending already, for another reason.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void restore() throws ReflectiveOperationException {
            for (Handled one : handled) {
                handle.invoke(null, one.signal(), one.former());
            }
        }
    }

    /** Waits in a shutdown hook, because without it the JVM would end at once. */
    final class Hook implements Termination {
        private static final long LIMIT_MINUTES = 21;

        private final Thread hook;

        Hook(Runnable onSignal, CountDownLatch ended) {
            hook = new Thread(
                    () -> {
                        onSignal.run();
                        await(ended);
                    },
                    "renum-health-drain");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The shutdown has begun: the hook is running and ends by itself.
            }
        }

        private static void await(CountDownLatch ended) {
            try {
                ended.await(LIMIT_MINUTES, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
