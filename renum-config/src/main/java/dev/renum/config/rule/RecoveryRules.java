package dev.renum.config.rule;

import dev.renum.config.report.RuleCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what would be lost: DR-001 and DR-002. Where no section speaks of backups, others make them, and nothing is said. */
final class RecoveryRules {
    private static final Set<String> BACKUP = Set.of("backup", "backups");
    private static final Set<String> TARGET =
            Set.of("directory", "target", "destination", "location", "bucket", "url", "uri");
    private static final Set<String> INTERVAL = Set.of("interval", "every", "backupinterval");
    private static final Set<String> OBJECTIVE = Set.of("recoverypointobjective", "rpo");

    private RecoveryRules() {}

    static void check(Judgement judgement) {
        judgement.unset().forEach(setting -> unset(judgement, setting));
        judgement.settings().forEach(setting -> {
            off(judgement, setting);
            if (setting.texts().contains("")) {
                unset(judgement, setting);
            }
            rare(judgement, setting);
        });
    }

    private static void off(Judgement judgement, Judged setting) {
        if (setting.is(false) && BACKUP.contains(setting.switched()) && judgement.isDeliberate(setting)) {
            none(judgement, setting, "is off, so that no backup is made");
        }
    }

    /** A backup that is switched off needs no place, and has been reported. */
    private static void unset(Judgement judgement, Judged setting) {
        if (TARGET.contains(setting.name()) && isOfBackup(setting.group()) && judgement.isDeliberate(setting)) {
            boolean isOff = judgement.settings().stream()
                    .anyMatch(
                            it -> it.group().equals(setting.group()) && BACKUP.contains(it.switched()) && it.is(false));
            if (!isOff) {
                none(judgement, setting, "is not set, so that no backup is made");
            }
        }
    }

    private static void none(Judgement judgement, Judged setting, String message) {
        judgement.found(RuleCode.NO_BACKUP, setting, message, "set backups up; waive this if others make them");
    }

    private static void rare(Judgement judgement, Judged setting) {
        if (!isInterval(setting)) {
            return;
        }
        Optional<Duration> objective = judgement.settings().stream()
                .filter(it -> OBJECTIVE.contains(it.name()))
                .flatMap(it -> it.duration().stream())
                .min(Duration::compareTo);
        boolean isRare = objective.isPresent()
                && setting.duration()
                        .filter(interval -> interval.compareTo(objective.get()) > 0)
                        .isPresent();
        if (isRare) {
            judgement.found(
                    RuleCode.RARE_BACKUPS,
                    setting,
                    setting.shown() + " loses more than the accepted " + objective.get(),
                    "make backups at least that often");
        }
    }

    private static boolean isInterval(Judged setting) {
        return INTERVAL.contains(setting.name())
                && (setting.name().startsWith("backup") || isOfBackup(setting.group()));
    }

    private static boolean isOfBackup(List<String> group) {
        return !group.isEmpty() && BACKUP.contains(group.get(group.size() - 1));
    }
}
