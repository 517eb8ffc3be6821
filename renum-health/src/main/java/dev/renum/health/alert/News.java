package dev.renum.health.alert;

import dev.renum.core.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one route has yet to tell, and what it has told. Not thread-safe.
 *
 * <p>Of each alert there is at most one firing and one resolution waiting: whoever could not be reached while it wavered hears that it fired, and whether
 * it is over. A resolution is told only to those who heard of the firing, and after it.
 */
final class News {
    private static final int MAX_WAITING = 10_000;
    private static final int MAX_TOGETHER = 100;

    private final Map<String, Alert> firing = new LinkedHashMap<>();
    private final Map<String, Alert> resolved = new LinkedHashMap<>();
    private final Set<String> sending = new HashSet<>();
    private final Map<String, Channel> told = new LinkedHashMap<>();
    private long dropped;

    /** Takes an alert that has begun to fire; whoever has not heard that it was over knows already. */
    void fires(Alert alert) {
        if (resolved.remove(alert.id()) != null && isKnown(alert)) {
            return;
        }
        if (firing.size() >= MAX_WAITING && !firing.containsKey(alert.id())) {
            dropped++;
            return;
        }
        firing.put(alert.id(), alert);
    }

    /** Takes an alert that is over; nobody needs to hear of it who has not heard, and will not hear, that it fired. */
    void isOver(Alert alert) {
        if (firing.containsKey(alert.id()) || isKnown(alert)) {
            resolved.put(alert.id(), alert);
        }
    }

    private boolean isKnown(Alert alert) {
        return told.containsKey(alert.id()) || sending.contains(alert.id());
    }

    boolean isEmpty() {
        return firing.isEmpty() && resolved.isEmpty();
    }

    boolean isUrgent() {
        return firing.values().stream().anyMatch(alert -> alert.severity() == Severity.CRITICAL);
    }

    /** Takes out what goes into the next message about firing alerts; empty if there is nothing. */
    List<Alert> takeFiring() {
        List<Alert> taken = take(firing, List.copyOf(firing.keySet()));
        taken.forEach(alert -> sending.add(alert.id()));
        return taken;
    }

    /** Takes out what goes into the next message of {@code channel} about alerts that are over and that it has told of; empty if there is nothing. */
    List<Alert> takeResolved(Channel channel) {
        List<String> ids = resolved.keySet().stream()
                .filter(id -> channel.equals(told.get(id)))
                .toList();
        return take(resolved, ids);
    }

    private static List<Alert> take(Map<String, Alert> from, List<String> ids) {
        List<Alert> taken = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(ids.size(), MAX_TOGETHER))) {
            taken.add(from.remove(id));
        }
        return taken;
    }

    /** {@code channel} has told that these fire. */
    void told(List<Alert> alerts, Channel channel) {
        alerts.forEach(alert -> {
            sending.remove(alert.id());
            told.put(alert.id(), channel);
        });
    }

    /** It has been told that these are over, or nobody ever will be. */
    void isSettled(List<Alert> alerts) {
        alerts.forEach(alert -> told.remove(alert.id()));
    }

    /** Nobody will hear that these fire, so nobody need hear that they are over. */
    void isLost(List<Alert> alerts) {
        dropped += alerts.size();
        alerts.forEach(alert -> {
            sending.remove(alert.id());
            if (!isKnown(alert)) {
                resolved.remove(alert.id());
            }
        });
    }

    int waiting() {
        return firing.size() + resolved.size();
    }

    long dropped() {
        return dropped;
    }
}
