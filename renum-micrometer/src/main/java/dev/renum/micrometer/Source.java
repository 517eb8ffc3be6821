package dev.renum.micrometer;

import dev.renum.core.health.Monitored;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A component that is asked for its figures, and what became of it the last time. Used by one thread at a time. */
final class Source {
    private static final Logger LOG = LoggerFactory.getLogger(RenumMeters.class);

    private final Monitored component;
    private boolean failing;

    Source(Monitored component) {
        this.component = component;
    }

    boolean isFailing() {
        return failing;
    }

    /** Its figures now: all of them, or none if it fails. */
    Map<Figure, Reading> measure(FigureSink sink) {
        try {
            component.measure(sink);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            failed(e);
            return Map.of();
        }
        recovered();
        return sink.complete();
    }

    private void failed(Throwable failure) {
        if (!failing) {
            failing = true;
            GuardedLog.write(() -> LOG.atWarn()
                    .setMessage("{}: a component fails to give its figures, they are unknown")
                    .addArgument(MeterCode.SOURCE_FAILED.id())
                    .addKeyValue("component", component.getClass().getName())
                    .setCause(failure)
                    .log());
        }
    }

    private void recovered() {
        if (failing) {
            failing = false;
            GuardedLog.write(() -> LOG.atInfo()
                    .addKeyValue("component", component.getClass().getName())
                    .log("a component gives its figures again"));
        }
    }
}
