package dev.renum.config.report;

import dev.renum.config.report.SettingDescription.DefaultValue;
import dev.renum.core.Environment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the reference of settings: a section each with a table, a setting each with a row. */
final class ReferenceMarkdown {
    private static final String BREAK = "<br>";

    private ReferenceMarkdown() {}

    static String of(SettingsReference reference) {
        Map<String, List<SettingDescription>> sections = reference.settings().stream()
                .collect(Collectors.groupingBy(SettingDescription::section, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder("# Settings of " + reference.application() + "\n\n");
        text.append("Generated from the records that declare them, by the command `reference`.\n");
        sections.forEach((prefix, settings) -> {
            text.append("\n## ").append(prefix).append("\n\n| key, variable | meaning | type | default | change |\n");
            text.append("| --- | --- | --- | --- | --- |\n");
            settings.forEach(setting -> text.append(row(setting)));
        });
        return text.toString();
    }

    private static String row(SettingDescription setting) {
        List<String> cells = List.of(
                code(setting.key()) + BREAK + code(setting.variable()),
                meaning(setting),
                code(setting.type()) + (setting.allowed() == null ? "" : BREAK + setting.allowed()),
                defaults(setting),
                ExplanationText.change(setting));
        return cells.stream().map(ReferenceMarkdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String meaning(SettingDescription setting) {
        List<String> sentences = new ArrayList<>();
        if (setting.doc() != null) {
            sentences.add(setting.doc());
        }
        String required = ExplanationText.required(setting);
        if (!setting.requiredIn().isEmpty()) {
            sentences.add("**Required" + (required.startsWith("yes") ? required.substring(3) : " " + required) + ".**");
        }
        if (!setting.examples().isEmpty()) {
            sentences.add("Write "
                    + setting.examples().stream().map(ReferenceMarkdown::code).collect(Collectors.joining(" or "))
                    + ".");
        }
        setting.formerKeys().forEach(key -> sentences.add("Formerly " + code(key) + "."));
        return String.join(BREAK, sentences);
    }

    private static String defaults(SettingDescription setting) {
        Map<Kind, DefaultValue> defaults = setting.defaults();
        List<String> lines = defaults.size() == Kind.values().length
                        && Set.copyOf(defaults.values()).size() == 1
                ? List.of(text(defaults.values().iterator().next()))
                : defaults.entrySet().stream()
                        .map(it -> it.getKey().name().toLowerCase(Locale.ROOT) + ": " + text(it.getValue()))
                        .toList();
        String joined = lines.isEmpty() ? "none" : String.join(BREAK, lines);
        return setting.hasMachineDefault() ? joined + BREAK + "may depend on the machine" : joined;
    }

    private static String text(DefaultValue value) {
        String shown =
                value.value().equals("\"\"") ? "empty" : code(value.value().replaceAll("^\"|\"$", ""));
        return value.because() == null ? shown : shown + ", " + value.because();
    }

    private static String code(String text) {
        return '`' + text + '`';
    }

    private static String cell(String text) {
        return Lines.printable(text).replace("|", "\\|");
    }
}
