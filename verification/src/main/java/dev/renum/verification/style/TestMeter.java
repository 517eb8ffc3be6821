package dev.renum.verification.style;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Measures the tests of one or more modules. Not safe for use by many threads. */
final class TestMeter extends TreePathScanner<@Nullable Void, JavaSource> {
    private static final Pattern MOCKS = Pattern.compile("(org\\.mockito|org\\.easymock|io\\.mockk|org\\.jmock)\\..*");
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("(Disabled|Ignore|RetryingTest|.*\\.(Disabled|Ignore)).*");
    private static final Pattern SENTENCE = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory");

    private final List<Integer> fileLines = new ArrayList<>();
    private final List<String> sleeps = new ArrayList<>();
    private final List<String> mocks = new ArrayList<>();
    private final List<String> switchedOff = new ArrayList<>();
    private final List<String> badNames = new ArrayList<>();
    private final List<String> openClasses = new ArrayList<>();

    void measure(JavaSource source) {
        fileLines.add(source.lines());
        scan(new TreePath(source.unit()), source);
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, JavaSource source) {
        if (MOCKS.matcher(tree.getQualifiedIdentifier().toString()).matches()) {
            mocks.add(source.place(tree));
        }
        return super.visitImport(tree, source);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, JavaSource source) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("sleep")) {
            sleeps.add(source.place(call));
        }
        return super.visitMethodInvocation(call, source);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, JavaSource source) {
        if (SWITCHED_OFF.matcher(annotation.getAnnotationType().toString()).matches()) {
            switchedOff.add(source.place(annotation));
        }
        return super.visitAnnotation(annotation, source);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, JavaSource source) {
        if (isTest(method) && !SENTENCE.matcher(method.getName()).matches()) {
            badNames.add(source.place(method));
        }
        return super.visitMethod(method, source);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, JavaSource source) {
        Set<Modifier> modifiers = type.getModifiers().getFlags();
        boolean isOpen = !modifiers.contains(Modifier.FINAL) && !modifiers.contains(Modifier.ABSTRACT);
        if (type.getKind() == Tree.Kind.CLASS && isOpen && isTopLevel() && hasTests(type)) {
            openClasses.add(source.place(type));
        }
        return super.visitClass(type, source);
    }

    private boolean isTopLevel() {
        return getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
    }

    private static boolean hasTests(ClassTree type) {
        return type.getMembers().stream().anyMatch(member -> member instanceof MethodTree method && isTest(method));
    }

    private static boolean isTest(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation ->
                        TESTS.contains(annotation.getAnnotationType().toString()));
    }

    Distribution fileLines() {
        return new Distribution(fileLines);
    }

    List<String> sleeps() {
        return List.copyOf(sleeps);
    }

    List<String> mocks() {
        return List.copyOf(mocks);
    }

    List<String> switchedOff() {
        return List.copyOf(switchedOff);
    }

    List<String> badNames() {
        return List.copyOf(badNames);
    }

    List<String> openClasses() {
        return List.copyOf(openClasses);
    }
}
