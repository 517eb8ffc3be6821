package dev.renum.monitoring;

import dev.renum.core.health.HealthStatus;
import dev.renum.health.CheckState;
import dev.renum.health.HealthSnapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is told of a snapshot, to those who may know little and to those who may know all. */
final class HealthJson {
    private HealthJson() {}

    /**
     * The form of MicroProfile Health: a status, and the checks that explain it. Anybody may see it, so a check is no more than its name and
     * the code of its cause.
     */
    static String probe(boolean passes, List<CheckState> causes) {
        return Json.object(
                json -> json.text("status", passes ? "UP" : "DOWN").array("checks", causes, HealthJson::cause));
    }

    /** The aggregate, with a count of checks by status. */
    static String summary(HealthSnapshot snapshot) {
        Map<HealthStatus, Long> counts = snapshot.checks().values().stream()
                .collect(Collectors.groupingBy(CheckState::status, Collectors.counting()));
        return Json.object(json -> {
            head(json, snapshot);
            json.object(
                    "checks",
                    members -> counts.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .forEach(entry -> members.number(entry.getKey().name(), entry.getValue())));
        });
    }

    /** Everything. */
    static String detailed(HealthSnapshot snapshot) {
        return Json.object(json -> {
            head(json, snapshot);
            json.truth("ready", snapshot.isReady())
                    .truth("alive", snapshot.isAlive())
                    .array("rootCauses", snapshot.rootCauses(), HealthJson::explained)
                    .array("checks", snapshot.checks().values(), HealthJson::check);
        });
    }

    private static void head(Json json, HealthSnapshot snapshot) {
        json.text("status", snapshot.status().name())
                .text("takenAt", snapshot.takenAt().toString())
                .truth("stale", snapshot.stale());
    }

    private static void cause(Json json, CheckState check) {
        json.text("name", check.name()).text("status", check.status().name());
        if (check.code() != null) {
            json.object("data", data -> data.optional("code", check.code()));
        }
    }

    private static void explained(Json json, CheckState check) {
        json.text("name", check.name())
                .text("status", check.status().name())
                .optional("code", check.code())
                .optional("message", check.message());
    }

    private static void check(Json json, CheckState check) {
        explained(json, check);
        json.truth("required", check.required())
                .text("probe", check.probe().name())
                .optional("symptomOf", check.symptomOf())
                .optional("version", check.result().version());
        history(json, check);
        json.object("details", details -> check.result().details().forEach(details::text));
    }

    private static void history(Json json, CheckState check) {
        json.text("since", check.since().toString())
                .optional("lastRun", check.lastRun())
                .number("lastDurationMillis", check.lastDuration().toMillis())
                .number("consecutiveFailures", check.consecutiveFailures());
    }
}
