package dev.renum.config;

import dev.renum.config.bind.Binder;
import dev.renum.config.reload.Failure;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Says why a reload cannot be, where it is not the configuration itself. */
final class ReloadReports {
    private final ConfigSetup setup;
    private final Environment environment;

    ReloadReports(ConfigSetup setup, Environment environment) {
        this.setup = setup;
        this.environment = environment;
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
                Origin.code(failure.participant()),
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
                ConfigSettings.ENABLED,
                ConfigSettings.ENABLED,
                Origin.declaration(ConfigSettings.class),
                "is false, so that nothing is read again",
                "set it to true and restart");
    }

    private ConfigReport report(
            ConfigCode code, String subject, String key, Origin origin, String message, String cure) {
        Problem problem = Problem.of(Finding.of(code, subject, message, cure), key, origin);
        return new ConfigReport(setup.application(), environment, List.of(problem));
    }
}
