package dev.renum.config.bind;

import static java.util.stream.Collectors.joining;

import dev.renum.config.report.SettingDescription;
import dev.renum.config.report.SettingDescription.DefaultValue;
import dev.renum.config.report.Shown;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment.Kind;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a section declares about a setting. */
final class Description {
    private Description() {}

    static SettingDescription of(Declared declared, boolean hasMachineDefault) {
        Setting setting = declared.setting();
        RecordComponent component = setting.component();
        return new SettingDescription(
                declared.key(),
                Binder.prefix(declared.section()),
                setting.form().toString(),
                allowed(setting),
                requiredIn(setting),
                declared.within(),
                defaults(setting),
                hasMachineDefault,
                declared.isLive(),
                variable(declared.key()) + (setting.isGroup() ? below(setting.form()) : ""),
                setting.isGroup() ? Sample.of(setting, Kind.PRODUCTION).all() : List.of(),
                Optional.ofNullable(component.getAnnotation(Doc.class))
                        .map(Doc::value)
                        .orElse(null),
                declared.formerKeys(),
                setting.declaration());
    }

    private static @Nullable String allowed(Setting setting) {
        String range = setting.rangeInWords();
        if (range != null) {
            return range;
        }
        Class<?> type = setting.form().innermost().type();
        return type.isEnum() ? String.join(", ", Conversions.constants(type)) : null;
    }

    private static Set<Kind> requiredIn(Setting setting) {
        return Arrays.stream(Kind.values()).filter(setting::isRequired).collect(Collectors.toSet());
    }

    private static Map<Kind, DefaultValue> defaults(Setting setting) {
        Map<Kind, DefaultValue> defaults = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            setting.defaultOf(kind)
                    .or(setting::plainDefault)
                    .ifPresent(declared -> defaults.put(kind, value(setting, declared)));
        }
        return defaults;
    }

    private static DefaultValue value(Setting setting, Default declared) {
        String because = declared.because().isEmpty() ? null : declared.because();
        return new DefaultValue(Shown.value(declared.value(), isSecret(setting, declared.value())), because);
    }

    /** A secret by its type, whatever it holds. What only is named like a secret and cannot be one, such as {@code random-token = false}, may be read in the source anyhow. */
    static boolean isSecret(Setting setting, String text) {
        boolean isText = setting.form().innermost().type() == String.class;
        return !text.isEmpty() && (setting.isDeclaredSecret() || (setting.isSecret() && isText));
    }

    /** Every part that stands for something else is shown as such. */
    private static String variable(String key) {
        return Arrays.stream(key.split("\\.")).map(Description::variablePart).collect(joining("_"));
    }

    /** How the variables go on that set what is in a list, a map or a group. */
    private static String below(Form form) {
        return switch (form.sort()) {
            case ENTRIES -> "_<NAME>_…";
            case ELEMENTS -> "_<NUMBER>__…";
            case SCALAR, SECRET, OPTIONAL, GROUP -> "_…";
        };
    }

    /** Both brackets of an element are written {@code _}. */
    private static String variablePart(String part) {
        if (part.startsWith("<")) {
            return part.toUpperCase(Locale.ROOT);
        }
        return part.endsWith("[]")
                ? ProcessValues.variableName(part.substring(0, part.length() - 2)) + "_<NUMBER>_"
                : ProcessValues.variableName(part);
    }
}
