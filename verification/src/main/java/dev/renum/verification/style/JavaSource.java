package dev.renum.verification.style;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A parsed Java file.
 *
 * @param path where it lies
 * @param unit its tree
 * @param docs its comments and positions
 */
record JavaSource(Path path, CompilationUnitTree unit, DocTrees docs) {
    /**
     * Parses {@code files} in one go.
     *
     * @throws IllegalArgumentException if one does not parse
     */
    static List<JavaSource> parse(List<Path> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, problems, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<JavaSource> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(new JavaSource(Path.of(unit.getSourceFile().toUri()), unit, DocTrees.instance(task)));
            }
            if (!problems.getDiagnostics().isEmpty()) {
                throw new IllegalArgumentException("sources do not parse: " + problems.getDiagnostics());
            }
            return List.copyOf(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fileName() {
        return String.valueOf(path.getFileName());
    }

    String packageName() {
        return String.valueOf(unit.getPackageName());
    }

    int lines() {
        return Math.toIntExact(text().lines().count());
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines {@code tree} covers, the first and the last included. */
    int lines(Tree tree) {
        return Math.toIntExact(lineAt(docs.getSourcePositions().getEndPosition(unit, tree))
                - lineAt(docs.getSourcePositions().getStartPosition(unit, tree))
                + 1);
    }

    /** Where {@code tree} stands, for a person. */
    String place(Tree tree) {
        return fileName() + ":" + lineAt(docs.getSourcePositions().getStartPosition(unit, tree));
    }

    private long lineAt(long position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
