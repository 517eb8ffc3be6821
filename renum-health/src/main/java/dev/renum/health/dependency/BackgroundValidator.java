package dev.renum.health.dependency;

import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.MetricSink;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSnapshot;
import dev.renum.health.library.Inventory;
import dev.renum.health.library.InventoryScan;
import dev.renum.health.library.RequirementsText;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Looks through libraries once in the background, and judges services by the latest snapshot each time. */
final class BackgroundValidator implements DependencyValidator {
    static final String CHECK = "dependencies";

    private static final Logger LOG = LoggerFactory.getLogger(DependencyValidator.class);

    private final HealthMonitor health;
    private final List<Requirement> own;
    private final ClassLoader loader;
    private final Deadline deadline;
    private final Clock clock;
    private final FirstLook look;
    private volatile List<Requirement> requirements;

    BackgroundValidator(
            HealthMonitor health, List<Requirement> own, ClassLoader loader, Deadline deadline, Clock clock) {
        this.health = health;
        this.own = own;
        this.requirements = own;
        this.loader = loader;
        this.deadline = deadline;
        this.clock = clock;
        this.look = new FirstLook(this::lookThrough, deadline);
    }

    void start() {
        look.start();
    }

    void failFrom(Severity severity) {
        ValidationReport report = validateAllDependencies();
        if (report.has(severity)) {
            close();
            throw new DependencyValidationException(report);
        }
    }

    @Override
    public ValidationReport validateAllDependencies() {
        return report(look.await(), health.snapshot());
    }

    @Override
    public ValidationReport latest() {
        return report(look.now(), health.snapshot());
    }

    @Override
    public CompatibilityReport checkVersionCompatibility() {
        return compatibility(look.await(), health.snapshot());
    }

    @Override
    public HealthReport generateHealthReport() {
        Judgement seen = look.await();
        HealthSnapshot snapshot = health.snapshot(); // one for all parts, or they could contradict each other
        return new HealthReport(clock.instant(), snapshot, report(seen, snapshot), compatibility(seen, snapshot));
    }

    @Override
    public List<CheckSpec> checks() {
        return List.of(CheckSpec.of(CHECK, () -> ValidatorFigures.result(latest())));
    }

    @Override
    public void measure(MetricSink sink) {
        ValidatorFigures.measure(latest(), look.seconds(), sink);
    }

    @Override
    public void close() {
        look.close();
    }

    private ValidationReport report(@Nullable Judgement seen, HealthSnapshot snapshot) {
        return seen == null
                ? pending().report(clock.instant(), ValidationStatus.PENDING)
                : withServices(seen, snapshot).report(clock.instant());
    }

    private CompatibilityReport compatibility(@Nullable Judgement seen, HealthSnapshot snapshot) {
        return seen == null
                ? pending().compatibility(clock.instant(), ValidationStatus.PENDING)
                : withServices(seen, snapshot).compatibility(clock.instant());
    }

    private static Judgement pending() {
        Judgement pending = new Judgement();
        pending.find(
                HealthCode.VALIDATION_PENDING,
                CHECK,
                "have not been looked through yet",
                "ask again, or raise the limit of the builder");
        return pending;
    }

    private Judgement withServices(Judgement seen, HealthSnapshot snapshot) {
        Judgement judgement = seen.copy();
        ServiceRules.apply(snapshot, requirements, judgement);
        return judgement;
    }

    private Judgement lookThrough() {
        Judgement judgement = new Judgement();
        Inventory inventory = InventoryScan.of(loader);
        List<Requirement> all = new ArrayList<>(own);
        inventory.requirements().forEach(file -> all.addAll(read(file, judgement)));
        JavaRule.apply(Runtime.version(), all, judgement);
        LibraryRules.apply(inventory, all, judgement);
        TroubleRule.apply(inventory, judgement);
        requirements = List.copyOf(all);
        probe();
        log(report(judgement, health.snapshot()));
        return judgement;
    }

    private static List<Requirement> read(RequirementsText file, Judgement judgement) {
        return RequirementsFile.parse(
                file,
                fault -> judgement.find(
                        HealthCode.REQUIREMENTS_INVALID,
                        file.location(),
                        RequirementsText.ENTRY + " " + fault,
                        "correct it; the rest of it counts"));
    }

    /** Checks that have not run yet would make the first report useless. */
    private void probe() {
        Duration left = deadline.remaining();
        if (!left.isZero() && ServiceRules.needsProbe(health.snapshot(), requirements)) {
            health.refresh(left);
        }
    }

    private static void log(ValidationReport report) {
        try {
            Level level = report.status() == ValidationStatus.VALID ? Level.INFO : Level.WARN;
            LOG.atLevel(level)
                    .addKeyValue("dependencies", report.all().size())
                    .addKeyValue("missing", report.missingDependencies().size())
                    .addKeyValue("conflicts", report.versionConflicts().size())
                    .addKeyValue("codes", codes(report))
                    .log("dependencies are {}", report.status());
        } catch (RuntimeException | LinkageError e) {
            // A log that fails must not take the report away.
        }
    }

    private static List<String> codes(ValidationReport report) {
        return report.recommendations().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(finding -> finding.code() + " " + finding.subject())
                .limit(20)
                .toList();
    }
}
