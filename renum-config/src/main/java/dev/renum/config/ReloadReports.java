package dev.renum.config;

import static java.util.stream.Collectors.joining;

import dev.renum.config.bind.Binder;
import dev.renum.config.reload.Failure;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Sources;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Says why a reload cannot be, where it is not the configuration itself. */
final class ReloadReports {
    private final ConfigSetup setup;
    private final Environment environment;

    ReloadReports(ConfigSetup setup, Environment environment) {
        this.setup = setup;
        this.environment = environment;
    }

    /** What is read now, with a problem for each file that was read before and is gone; unless its directory is, which is a problem already. */
    Sources compared(Sources before, Sources now) {
        List<Problem> gone = before.files().stream()
                .filter(file -> !now.files().contains(file) && Files.isDirectory(parent(file)))
                .map(this::gone)
                .toList();
        return gone.isEmpty() ? now : now.lacking(gone);
    }

    ConfigReport unstable() {
        Origin origin = Origin.of("files", Origin.Kind.DIRECTORY);
        return report(
                ConfigCode.UNSTABLE_SOURCES,
                "files",
                "",
                origin,
                "changed each time that they were read",
                "find out what writes there all the time; once it stops, they are read again");
    }

    ConfigReport failed(Failure failure, Collection<String> secrets) {
        String prefix = Binder.prefix(failure.section());
        String message = "cannot change, because " + failure.name() + ", asked to "
                + failure.step().name().toLowerCase(Locale.ROOT) + ", " + Masking.mask(failure.reason(), secrets);
        return report(
                ConfigCode.PARTICIPANT_FAILED,
                prefix,
                prefix,
                Origin.of(failure.name(), Origin.Kind.CODE),
                message,
                "cure the cause and reload, or take the change back");
    }

    /** Without the message of {@code failure}. */
    ConfigReport broken(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return report(
                ConfigCode.RELOAD_FAILED,
                "reload",
                "",
                new Origin("reload", Origin.Kind.CODE, null, 0, 0, 0),
                "failed by " + failure.getClass().getName() + place,
                "mend what failed there; reload() by hand tries again");
    }

    ConfigReport disabled() {
        return report(
                ConfigCode.RELOAD_DISABLED,
                "renum.config.enabled",
                "renum.config.enabled",
                Origin.declaration(ConfigSettings.class),
                "is false, so that nothing is read again",
                "set it to true and restart");
    }

    private ConfigReport report(
            ConfigCode code, String subject, String key, Origin origin, String message, String cure) {
        Problem problem = Problem.of(Finding.of(code, subject, message, cure), key, origin);
        return new ConfigReport(setup.application(), environment, List.of(problem));
    }

    private Problem gone(Path file) {
        Path secrets = absolute(setup.places().secretsDirectory());
        if (secrets != null && file.startsWith(secrets)) {
            return gone(file, Origin.Kind.SECRET_FILE, key(secrets.relativize(file)));
        }
        Path directory = absolute(setup.places().directory());
        boolean external = directory != null && file.startsWith(directory);
        return gone(file, external ? Origin.Kind.DIRECTORY : Origin.Kind.CLASS_PATH, "");
    }

    private static Problem gone(Path file, Origin.Kind kind, String key) {
        Origin origin = new Origin(String.valueOf(file.getFileName()), kind, file.toString(), 0, 0, 0);
        Finding finding = Finding.of(
                ConfigCode.FILE_VANISHED,
                origin.source(),
                "was read before and is gone",
                "restore it, or restart the application without it");
        return Problem.of(finding, key, origin);
    }

    private static String key(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(joining("."));
    }

    private static @Nullable Path absolute(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath();
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
