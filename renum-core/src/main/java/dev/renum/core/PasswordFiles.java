package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds passwords in lines of {@code .netrc}, {@code machine host login user password x}, and of {@code .pgpass}, {@code host:port:database:user:x}. */
final class PasswordFiles {
    private static final Pattern NETRC =
            Pattern.compile("(?<!\\S)(?:machine\\s{1,8}+\\S{1,256}+|default)\\s{1,8}+login\\s{1,8}+\\S{1,256}+"
                    + "\\s{1,8}+password\\s{1,8}+(\\S++)");
    private static final Pattern PGPASS =
            Pattern.compile("(?m)^[\\w.*-]{1,256}+:(?:\\d{4,5}|\\*):[^:\\s]{1,64}+:[^:\\s]{1,64}+:(\\S++)$");

    private PasswordFiles() {}

    static void hideIn(Redaction redaction) {
        hide(NETRC, redaction);
        hide(PGPASS, redaction);
    }

    private static void hide(Pattern line, Redaction redaction) {
        Matcher password = line.matcher(redaction.text());
        while (password.find()) {
            redaction.hide(password.start(1), password.end(1));
        }
    }
}
