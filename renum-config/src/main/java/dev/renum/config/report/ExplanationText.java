package dev.renum.config.report;

import dev.renum.config.report.Explanation.Pending;
import dev.renum.config.report.SettingDescription.DefaultValue;
import dev.renum.core.Environment.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints an explanation for a person at a console: the value and its place first, then what the section declares. */
final class ExplanationText {
    private static final String ELEMENT = "[]";
    private static final String ENTRY = ".<name>";

    private ExplanationText() {}

    static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder(Lines.printable(
                headline(explanation) + " in " + explanation.environment().name()));
        line(text, "from", explanation.value() == null ? null : place(explanation.origin()));
        line(text, "pending", explanation.pending() == null ? null : pending(explanation.pending()));
        line(text, "because", explanation.because());
        explanation.shadowed().forEach(it -> line(text, "hides", it.value() + " from " + place(it.origin())));
        explanation.parts().forEach(part -> line(text, "has", part(part)));
        if (explanation.setting() != null) {
            describe(text, explanation.setting());
        }
        return text.append('\n').toString();
    }

    private static String headline(Explanation explanation) {
        if (explanation.value() != null) {
            return explanation.key() + " = " + explanation.value();
        }
        int parts = explanation.parts().size();
        String has = parts == 0 ? " is not set" : " has " + parts + (parts == 1 ? " setting" : " settings");
        return explanation.key() + has;
    }

    private static String part(Explanation part) {
        String value = part.value() == null ? " is not set" : " = " + part.value() + " from " + place(part.origin());
        return part.key() + value + (part.pending() == null ? "" : "; " + pending(part.pending()));
    }

    private static String pending(Pending pending) {
        return pending.change().after() + " from " + place(pending.origin()) + " after a restart";
    }

    private static void describe(StringBuilder text, SettingDescription setting) {
        line(text, "type", setting.allowed() == null ? setting.type() : setting.type() + ", " + setting.allowed());
        line(text, "required", required(setting));
        line(text, "default", defaults(setting));
        line(text, "change", change(setting));
        line(text, "variable", setting.variable());
        line(text, "formerly", setting.formerKeys().isEmpty() ? null : String.join(", ", setting.formerKeys()));
        line(text, "declared", setting.declaration());
        line(text, "doc", setting.doc());
    }

    /** Where a source must set it, in words. */
    static String required(SettingDescription setting) {
        Set<Kind> kinds = setting.requiredIn();
        if (kinds.isEmpty()) {
            return "no";
        }
        String where = kinds.size() == Kind.values().length ? "yes" : "in " + names(List.copyOf(kinds));
        return setting.within() == null ? where : where + within(setting.within());
    }

    private static String within(String group) {
        if (group.endsWith(ELEMENT)) {
            return " in each element of " + group.substring(0, group.length() - ELEMENT.length());
        }
        return group.endsWith(ENTRY)
                ? " in each entry of " + group.substring(0, group.length() - ENTRY.length())
                : " if anything of " + group + " is set";
    }

    /** The default in words: once if it is the same everywhere. */
    static String defaults(SettingDescription setting) {
        Map<Kind, DefaultValue> defaults = setting.defaults();
        Set<DefaultValue> different = Set.copyOf(defaults.values());
        String words = defaults.size() == Kind.values().length && different.size() == 1
                ? different.iterator().next().value()
                : defaults.entrySet().stream().map(ExplanationText::inKind).collect(Collectors.joining("; "));
        String declared = words.isEmpty() ? "none" : words;
        return setting.hasMachineDefault() ? declared + "; may depend on the machine" : declared;
    }

    static String change(SettingDescription setting) {
        return setting.isLive() ? "while running" : "needs a restart";
    }

    private static String inKind(Map.Entry<Kind, DefaultValue> entry) {
        String because = entry.getValue().because();
        return names(List.of(entry.getKey())) + " " + entry.getValue().value()
                + (because == null ? "" : " (" + because + ")");
    }

    private static String names(List<Kind> kinds) {
        return Arrays.stream(Kind.values())
                .filter(kinds::contains)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
    }

    private static String place(Origin origin) {
        return origin + " (" + origin.kind() + ")";
    }

    private static void line(StringBuilder text, String label, @Nullable Object content) {
        if (content != null) {
            text.append(String.format(Locale.ROOT, "\n  %-9s %s", label, Lines.printable(content.toString())));
        }
    }
}
