package dev.renum.health.dependency;

import dev.renum.health.HealthCode;
import dev.renum.health.library.Inventory;
import dev.renum.health.library.Trouble;

/** What could not be looked at is said, not passed over. */
final class TroubleRule {
    private TroubleRule() {}

    static void apply(Inventory inventory, Judgement judgement) {
        inventory.troubles().forEach(trouble -> apply(trouble, judgement));
    }

    private static void apply(Trouble trouble, Judgement judgement) {
        switch (trouble.kind()) {
            case UNREADABLE ->
                judgement.find(
                        HealthCode.JAR_UNREADABLE,
                        trouble.location(),
                        trouble.message(),
                        "replace it by the original, or take it off the class path");
            case TOO_LARGE ->
                judgement.find(
                        HealthCode.JAR_TOO_LARGE,
                        trouble.location(),
                        trouble.message(),
                        "look whether it is what it should be; it is used all the same");
            case ABSENT ->
                judgement.find(
                        HealthCode.CLASS_PATH_ENTRY_MISSING,
                        trouble.location(),
                        trouble.message(),
                        "take it off the class path, or put it there");
        }
    }
}
