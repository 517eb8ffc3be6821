package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets in command lines: {@link SecretOption}s, and options in lists of arguments such as {@code [mysql, --password, x]}. */
final class CommandLines {
    private static final Pattern OPTION = Pattern.compile(
            "(?<![\\w.-])(--?+[A-Za-z][\\w.-]{0,63}+)(?:\\\\*+[\"'])?+,[ \\t]{0,8}+(?!\\\\*+[\"']?+--)");
    private static final Pattern ARGUMENT = Pattern.compile("[^\\s,\\]]++(?=[,\\]])");

    private final Redaction redaction;
    private final String text;
    private final ValueEnd valueEnd;

    private CommandLines(Redaction redaction) {
        this.redaction = redaction;
        text = redaction.text();
        valueEnd = new ValueEnd(text);
    }

    static void hideIn(Redaction redaction) {
        CommandLines lines = new CommandLines(redaction);
        lines.hideSecretOptions();
        lines.hideArguments();
    }

    private void hideSecretOptions() {
        Matcher program = SecretOption.programsIn(text);
        int from = 0;
        while (program.find(from)) {
            int start = program.end();
            int end = commandEnd(start);
            SecretOption.ofProgram(program.group()).forEach(option -> hide(option, start, end));
            from = end;
        }
    }

    private void hide(SecretOption secretOption, int start, int end) {
        Matcher option = secretOption.pattern().matcher(text).useTransparentBounds(true);
        int from = start;
        while (from < end && option.region(from, end).find()) {
            from = hideAfter(option);
        }
    }

    private int hideAfter(Matcher option) {
        Quote quote = option.start(1) < 0 ? null : Quote.at(text, option.start(1));
        int from = option.end();
        return hide(from, quote == null ? valueEnd.word(from) : valueEnd.closing(quote, from));
    }

    /** A backslash continues the line. */
    private int commandEnd(int start) {
        int end = valueEnd.line(start, (char) 0);
        while (end + 1 < text.length() && text.charAt(end - 1) == '\\') {
            end = valueEnd.line(end + 1, (char) 0);
        }
        return end;
    }

    private void hideArguments() {
        Matcher option = OPTION.matcher(text);
        int from = 0;
        while (option.find(from)) {
            from = SensitiveName.matches(option.group(1)) ? hideArgument(option.end()) : option.end();
        }
    }

    private int hideArgument(int start) {
        Quote quote = Quote.at(text, start);
        if (quote != null) {
            return hide(quote.end(), valueEnd.closing(quote, quote.end()));
        }
        Matcher bare = ARGUMENT.matcher(text).region(start, text.length());
        return bare.lookingAt() ? hide(start, bare.end()) : start;
    }

    /** Hides a secret and answers where it ends, since to look into it once more would cost more than the length of the text. */
    private int hide(int from, int to) {
        redaction.hide(from, to);
        return to;
    }
}
