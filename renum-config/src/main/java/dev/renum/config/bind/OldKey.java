package dev.renum.config.bind;

import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A key of an earlier version and all below it, as they stand in sources with keys and in names of variables. Immutable. */
final class OldKey {
    private static final Pattern ANY = Pattern.compile("\\[]|\\*");
    private static final String ENTRY = ".+?";

    private final String key;
    private final Pattern inKeys;
    private final Pattern inVariables;

    /** The key {@code key}, with {@code []} for the number of an element and {@code *} for the name of an entry. */
    OldKey(String key) {
        this.key = key;
        this.inKeys = pattern(key, Pattern::quote, Names.INDEX.pattern(), "[.\\[]");
        this.inVariables = pattern(key, ProcessValues::variableName, Names.INDEX_IN_VARIABLE, "_");
    }

    /** Matches what a key is in as the first group, then its last name. */
    private static Pattern pattern(String key, UnaryOperator<String> literal, String index, String border) {
        int name = key.lastIndexOf('.') + 1;
        String group = expression(key.substring(0, name), literal, index);
        String last = expression(key.substring(name), literal, index);
        return Pattern.compile("(" + group + ")" + last + "(?=" + border + "|$)");
    }

    private static String expression(String key, UnaryOperator<String> literal, String index) {
        StringBuilder expression = new StringBuilder();
        Matcher any = ANY.matcher(key);
        int end = 0;
        while (any.find()) {
            expression.append(literal.apply(key.substring(end, any.start())));
            expression.append(any.group().equals("*") ? ENTRY : index);
            end = any.end();
        }
        return expression.append(literal.apply(key.substring(end))).toString();
    }

    /** The key of which this is the other one in {@code map}. */
    OldKey inMap(String map) {
        return new OldKey(map + "." + key);
    }

    /** Whether {@code other} is this key or below it. */
    boolean covers(String other) {
        return inKeys.matcher(other).lookingAt();
    }

    /** Whether {@code variable}, written as usual, sets this key or one below it. */
    boolean coversVariable(String variable) {
        return inVariables.matcher(variable).lookingAt();
    }

    /** Where the last name of this key begins in {@code variable}, written as usual; beyond all names if it does not set this key. */
    int startInVariable(String variable) {
        Matcher matcher = inVariables.matcher(variable);
        return matcher.lookingAt() ? matcher.end(1) : Integer.MAX_VALUE;
    }

    /** {@code other} with {@code name} for the last name of this key; {@code null} if it is not covered. */
    @Nullable
    String renamed(String other, String name) {
        return renamed(inKeys.matcher(other), other, name);
    }

    /** The same of the variable {@code other}, written as usual. */
    @Nullable
    String renamedVariable(String other, String name) {
        return renamed(inVariables.matcher(other), other, ProcessValues.variableName(name));
    }

    private static @Nullable String renamed(Matcher old, String other, String name) {
        return old.lookingAt() ? old.group(1) + name + other.substring(old.end()) : null;
    }
}
