package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.MetricSink;
import dev.renum.health.HealthMonitor;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.slf4j.LoggerFactory;

/** Judges rules on a thread of its own and delivers by outboxes, one for each route. */
final class BackgroundAlertManager implements AlertManager {
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(10);
    private static final Duration FLUSH = Duration.ofSeconds(2);
    private static final Duration LOG_LIMIT = Duration.ofMillis(300);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final HealthMonitor health;
    private final AlertLog log = new AlertLog(LoggerFactory.getLogger(AlertManager.class));
    private final List<Outbox> outboxes;
    private final AlertBook book;
    private final EvaluationThread evaluation;
    private final AlertFigures figures;
    private final Registration changes;
    private volatile boolean closed;

    /** One that judges nothing before it is started. */
    BackgroundAlertManager(
            HealthMonitor health,
            List<AlertRule> rules,
            List<List<Notifier>> routes,
            Wording wording,
            Pace pace,
            Ticker ticker) {
        this.health = health;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create();
        this.outboxes = routes.stream()
                .map(route -> new Outbox(route, wording, pace, ticker, random, log))
                .toList();
        this.book = new AlertBook(ticker, outboxes);
        this.evaluation = new EvaluationThread(this::evaluate, period(), ticker, log);
        this.figures = new AlertFigures(book, evaluation, outboxes);
        rules.forEach(this::add);
        this.changes = health.onChange(change -> evaluation.wake());
    }

    private Duration period() {
        Duration sampling = health.settings().samplingInterval();
        return sampling.compareTo(LONGEST_PERIOD) < 0 ? sampling : LONGEST_PERIOD;
    }

    BackgroundAlertManager start() {
        outboxes.forEach(Outbox::start);
        evaluation.start();
        return this;
    }

    /** One pass over all rules. */
    void evaluate() {
        book.evaluate(LiveSystem.of(health)).forEach(log::turned);
    }

    @Override
    public void add(AlertRule rule) {
        requireOpen();
        SilentRules.refuse(requireNonNull(rule, "rule"), health);
        book.add(rule);
    }

    @Override
    public List<AlertRule> rules() {
        return book.rules();
    }

    @Override
    public List<AlertRule> setupProactiveAlerts() {
        requireOpen();
        return book.addMissing(DefaultRules.of(health.settings()));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the alert manager is closed");
        }
    }

    @Override
    public boolean sendCriticalNotifications(CriticalIssue issue) {
        boolean isTaken = !closed && book.report(requireNonNull(issue, "issue"));
        evaluation.wake();
        return isTaken;
    }

    @Override
    public List<Alert> active() {
        return book.alerts(AlertState.PENDING, AlertState.FIRING);
    }

    @Override
    public List<Alert> resolved() {
        return book.alerts(AlertState.RESOLVED);
    }

    @Override
    public boolean acknowledge(String id, String who) {
        String name = Words.who(who);
        boolean isDone = book.acknowledge(requireNonNull(id, "id"), name);
        if (isDone) {
            log.done("alert acknowledged", id, name);
        }
        return isDone;
    }

    @Override
    public boolean resolve(String id, String who) {
        String name = Words.who(who);
        boolean isDone = book.resolve(requireNonNull(id, "id"));
        if (isDone) {
            log.done("alert resolved", id, name);
        }
        return isDone;
    }

    @Override
    public Silence silence(AlertMatcher matcher, Duration duration, String who, String why) {
        requireNonNull(matcher, "matcher");
        Duration valid = Silences.valid(duration);
        Silence silence = book.silence(matcher, valid, Words.who(who), Words.why(why));
        log.done("alerts silenced until " + silence.until(), matcher.rule(), silence.who());
        return silence;
    }

    @Override
    public boolean unsilence(String id) {
        return book.unsilence(requireNonNull(id, "id"));
    }

    @Override
    public List<Silence> silences() {
        return book.silences();
    }

    @Override
    public List<CheckSpec> checks() {
        return List.of(CheckSpec.of(AlertFigures.CHECK, figures::result));
    }

    @Override
    public void measure(MetricSink sink) {
        figures.measure(sink);
    }

    @Override
    public void close() {
        Deadline deadline = Deadline.after(CLOSING);
        Deadline flush = Deadline.after(FLUSH);
        closed = true;
        changes.close();
        try {
            evaluation.close(flush);
            outboxes.forEach(Outbox::beginClose);
            for (Outbox outbox : outboxes) {
                outbox.close(flush, deadline);
            }
        } catch (InterruptedException e) {
            outboxes.forEach(Outbox::abandon);
            Thread.currentThread().interrupt();
        } finally {
            log.close(Deadline.after(LOG_LIMIT));
        }
    }
}
