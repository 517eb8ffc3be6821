package dev.renum.verification.docs;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with the compiler of the running JDK. */
public final class SourceCompiler {
    private SourceCompiler() {}

    /**
     * Compiles the one compilation unit of {@code block} into {@code output}.
     *
     * @param options of javac, such as the class path
     * @return the compiler's errors, empty if there are none
     */
    public static List<String> compile(JavaBlock block, Path output, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> all = Stream.concat(options.stream(), Stream.of("-proc:none", "-d", output.toString()))
                .toList();
        boolean succeeded = compiler.getTask(null, null, problems, all, null, List.of(new Source(block)))
                .call();
        return succeeded
                ? List.of()
                : problems.getDiagnostics().stream()
                        .map(problem -> block.place() + ": " + problem.getMessage(Locale.ROOT))
                        .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(JavaBlock block) {
            super(URI.create("block:///" + block.className() + ".java"), Kind.SOURCE);
            text = block.compilationUnit();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
