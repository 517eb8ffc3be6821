package dev.renum.monitoring;

import dev.renum.health.CheckState;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSnapshot;
import dev.renum.http.Handler;
import dev.renum.http.OperationDoc;
import dev.renum.http.Permission;
import dev.renum.http.Problem;
import dev.renum.http.Response;
import dev.renum.http.Route;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes that tell of health. Each reads the snapshot, so none waits for anything. */
final class HealthEndpoints {
    private static final String JSON = "application/json";
    private static final String SERVING = "It is UP or DEGRADED.";
    private static final String NOT_SERVING = "It does not work, or nobody knows.";

    private final MonitoringSettings settings;
    private final @Nullable HealthMonitor health;

    HealthEndpoints(MonitoringSettings settings, @Nullable HealthMonitor health) {
        this.settings = settings;
        this.health = health;
    }

    List<Route> routes() {
        String probes = settings.healthPath();
        String health = settings.apiPath() + "/health";
        OperationDoc live = doc("Whether this process need not be restarted.", "It need not.", "It must be restarted.");
        OperationDoc ready =
                doc("Whether work may be sent to this process.", "It may.", "It may not; checks has the causes.");
        OperationDoc summary = doc("The state of the system.", SERVING, NOT_SERVING);
        OperationDoc detailed = doc("The state of every check.", SERVING, NOT_SERVING);
        return List.of(
                Route.get(probes + "/live", Permission.PROBE, live, answer(HealthEndpoints::live)),
                Route.get(probes + "/ready", Permission.PROBE, ready, answer(HealthEndpoints::ready)),
                Route.get(health, Permission.PROBE, summary, answer(HealthEndpoints::summary)),
                Route.get(health + "/detailed", Permission.VIEW, detailed, answer(HealthEndpoints::detailed)));
    }

    private Handler answer(Function<HealthSnapshot, Response> content) {
        HealthMonitor monitor = health;
        if (monitor == null) {
            return request ->
                    Response.problem(Problem.of(404, MonitoringCode.MODULE_ABSENT, "the application monitors no health")
                            .withCure("hand a HealthMonitor to Monitoring.builder(…).health(…)"));
        }
        return request -> content.apply(monitor.snapshot()).withHeader("Cache-Control", "no-store");
    }

    private static Response live(HealthSnapshot snapshot) {
        List<CheckState> causes = snapshot.checks().values().stream()
                .filter(CheckState::demandsRestart)
                .toList();
        return Response.json(status(snapshot.isAlive()), HealthJson.probe(snapshot.isAlive(), causes));
    }

    private static Response ready(HealthSnapshot snapshot) {
        List<CheckState> causes = snapshot.checks().values().stream()
                .filter(check -> check.required() && !check.status().isServing())
                .map(check -> check.symptomOf() == null ? check : snapshot.check(check.symptomOf()))
                .distinct()
                .toList();
        return Response.json(status(snapshot.isReady()), HealthJson.probe(snapshot.isReady(), causes));
    }

    private static Response summary(HealthSnapshot snapshot) {
        return Response.json(status(snapshot.isReady()), HealthJson.summary(snapshot));
    }

    private static Response detailed(HealthSnapshot snapshot) {
        return Response.json(status(snapshot.isReady()), HealthJson.detailed(snapshot));
    }

    private static int status(boolean good) {
        return good ? 200 : 503;
    }

    private static OperationDoc doc(String summary, String good, String bad) {
        return OperationDoc.of(summary).answers(200, good, JSON).answers(503, bad, JSON);
    }
}
