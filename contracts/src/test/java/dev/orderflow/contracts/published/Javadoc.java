package dev.orderflow.contracts.published;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SimpleDocTreeVisitor;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Name;
import javax.tools.ToolProvider;

/** What the sources say about top-level types and their members, so that nothing is described twice. */
final class Javadoc {

    private static final Path SOURCES = Path.of("src/main/java");

    private final Map<String, DocCommentTree> comments = new HashMap<>();

    private Javadoc() {}

    static Javadoc ofTheContracts() {
        var javadoc = new Javadoc();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(SOURCES)) {
            var sources = paths.filter(path -> path.toString().endsWith(".java"));
            var units = files.getJavaFileObjectsFromPaths(sources.toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, units);
            task.parse().forEach(unit -> javadoc.read(unit, DocTrees.instance(task)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return javadoc;
    }

    Optional<String> of(Class<?> type) {
        return comment(type.getName()).map(comment -> text(comment.getFullBody()));
    }

    /** Of a constant or a method that is not overloaded. */
    Optional<String> ofMember(Class<?> type, String name) {
        return comment(type.getName() + "." + name).map(comment -> text(comment.getFullBody()));
    }

    Optional<String> ofComponent(Class<?> record, String name) {
        return comment(record.getName()).stream()
                .flatMap(comment -> comment.getBlockTags().stream())
                .filter(tag -> tag instanceof ParamTree param
                        && param.getName().getName().contentEquals(name))
                .map(tag -> text(((ParamTree) tag).getDescription()))
                .findFirst();
    }

    private Optional<DocCommentTree> comment(String name) {
        return Optional.ofNullable(comments.get(name));
    }

    private void read(CompilationUnitTree unit, DocTrees docs) {
        var root = new TreePath(unit);
        for (Tree type : unit.getTypeDecls()) {
            var path = new TreePath(root, type);
            var name = unit.getPackageName() + "." + ((ClassTree) type).getSimpleName();
            comments.put(name, docs.getDocCommentTree(path));
            for (Tree member : ((ClassTree) type).getMembers()) {
                var comment = docs.getDocCommentTree(new TreePath(path, member));
                nameOf(member).ifPresent(own -> comments.put(name + "." + own, comment));
            }
        }
    }

    private static Optional<Name> nameOf(Tree member) {
        return switch (member) {
            case VariableTree variable -> Optional.of(variable.getName());
            case MethodTree method -> Optional.of(method.getName());
            default -> Optional.empty();
        };
    }

    private static String text(List<? extends DocTree> parts) {
        return parts.stream()
                .map(part -> part.accept(new PlainText(), null))
                .collect(joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Without markup; a link to a type or member is its name. */
    private static final class PlainText extends SimpleDocTreeVisitor<String, Void> {

        @Override
        public String visitText(TextTree text, Void nothing) {
            return text.getBody();
        }

        @Override
        public String visitLiteral(LiteralTree literal, Void nothing) {
            return literal.getBody().getBody();
        }

        @Override
        public String visitLink(LinkTree link, Void nothing) {
            var signature = link.getReference().getSignature();
            return link.getLabel().isEmpty()
                    ? signature.replaceAll(".*\\.(?=[A-Z])", "").replace('#', '.')
                    : text(link.getLabel());
        }

        @Override
        protected String defaultAction(DocTree markup, Void nothing) {
            return " ";
        }
    }
}
