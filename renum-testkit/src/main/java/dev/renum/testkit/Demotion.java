package dev.renum.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to start a program that refuses to run as root.
 *
 * @param prefix what goes before the command, nothing if this user is not root
 * @param owner the user, by number, whom the program's files must belong to, or {@code null} if this user stays their owner
 */
record Demotion(List<String> prefix, @Nullable String owner) {
    private static final List<Demotion> CANDIDATES = List.of(
            new Demotion(List.of(), null),
            // A user namespace keeps the files' owner but needs a kernel that permits it; most containers do not.
            new Demotion(List.of("unshare", "--user"), null),
            new Demotion(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), "65534"));

    static Demotion find() throws IOException {
        return find(CANDIDATES);
    }

    static Demotion find(List<Demotion> candidates) throws IOException {
        for (Demotion candidate : candidates) {
            if (candidate.leavesRoot()) {
                return candidate;
            }
        }
        throw new IOException("it refuses to run as root, and neither 'unshare --user' nor 'setpriv' gives root up");
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return List.copyOf(command);
    }

    void handOver(Path directory) throws IOException {
        if (owner != null) {
            UserPrincipal user =
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
            Files.setOwner(directory, user);
        }
    }

    private boolean leavesRoot() {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("id", "-u"));
        try {
            Process id = new ProcessBuilder(command).redirectErrorStream(true).start();
            String user = new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return user.matches("[0-9]+") && !user.equals("0");
        } catch (IOException withoutThatProgram) {
            return false;
        }
    }
}
