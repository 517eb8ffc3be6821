package dev.renum.health;

import dev.renum.health.CheckRunner.Launch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one refresh has started, and what it waits for: every run that may still answer in time. Guarded by the monitor's lock. */
final class Refresh {
    private final List<Launch> launches = new ArrayList<>();
    private final Map<MonitoredCheck, CheckRun> awaited = new LinkedHashMap<>();

    /** Starts whatever is not in flight. */
    static Refresh of(CheckRegistry checks, long now) {
        Refresh refresh = new Refresh();
        checks.all().forEach(check -> refresh.add(check, check.startNow(now)));
        return refresh;
    }

    List<Launch> launches() {
        return launches;
    }

    boolean isOver() {
        return awaited.entrySet().stream().noneMatch(it -> isInFlight(it.getKey(), it.getValue()));
    }

    private void add(MonitoredCheck check, @Nullable CheckRun started) {
        if (started != null) {
            launches.add(new Launch(check, started));
        }
        CheckRun run = check.run();
        if (run != null && !run.isStuck()) {
            awaited.put(check, run);
        }
    }

    private static boolean isInFlight(MonitoredCheck check, CheckRun run) {
        return check.run() == run && !run.isStuck();
    }
}
