package dev.renum.core;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Options that a secret follows although their names do not tell: each program calls them otherwise.
 *
 * @param program a pattern of the names of the programs
 * @param pattern the option, its first group the quote before the value, and what belongs to the value without being secret
 */
record SecretOption(Pattern program, Pattern pattern) {
    private static final List<SecretOption> ALL = List.of(
            option("curl", "-[A-Za-z]{0,8}[uU]|--(?:proxy-)?user", "[^\\s:\"',]{0,128}+:"),
            option("curl", "-b|--cookie", "(?=[\\w.%-]{1,128}+=)"),
            option("(?:mysql|mariadb)(?:-?(?:admin|dump|import|show))?+", "-p(?=[\"']?+[^\\s\"',\\]])", ""),
            option("redis-cli", "-a", ""),
            option("ldap(?:add|compare|delete|modify|passwd|search|whoami)", "-w", ""),
            option("sqlcmd|bcp", "-P", ""),
            option("sshpass", "-p", ""),
            option("(?:az|docker|helm\\W{1,8}registry|nerdctl|oras|podman|skopeo)\\W{1,8}login", "-p", ""));

    private static final Pattern PROGRAM = Pattern.compile(ALL.stream()
            .map(it -> it.program().pattern())
            .distinct()
            .collect(Collectors.joining("|", "(?<![\\w.-])(?:", ")(?![\\w:-])")));

    private static SecretOption option(String program, String option, String beforeSecret) {
        String parted = "(?:\\\\*+[\"'])?+[=,]?+[ \\t]{0,8}+(\\\\*+[\"'])?+";
        return new SecretOption(
                Pattern.compile(program),
                Pattern.compile("(?<![^\\s\"',\\[])(?:" + option + ")" + parted + beforeSecret));
    }

    /** Finds the names of all programs that have such options. */
    static Matcher programsIn(String text) {
        return PROGRAM.matcher(text);
    }

    /** Those of one program. */
    static List<SecretOption> ofProgram(String program) {
        return ALL.stream().filter(it -> it.program.matcher(program).matches()).toList();
    }
}
