package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show in Java is Java, against the client as it is now. */
class DocumentedExamplesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?s)\n```java\n(.*?)\n```");

    /** What an example takes as given: the reader's own things. */
    private static final String READERS_CLASS = """
            import dev.orderflow.client.*;
            import dev.orderflow.client.model.*;
            import java.net.URI;
            import java.util.List;

            class Example {

                interface Tokens {

                    String current();
                }

                Tokens tokens;
                String token;
                List<NewItem> items;
                Address address;

                void show(String what) {}

                void offerSomethingElse(Object missing) {}

                void example() throws Exception {
            %s
                }
            }
            """;

    @TempDir
    Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"docs/client.md", "README.md"})
    void compiles(String page) throws IOException {
        var blocks = BLOCK.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(errors(block)).as(block).isEmpty());
    }

    @Test
    void noticesACallThatThereIsNot() {
        assertThat(errors("OrderflowClient.builder().onThisMachine().build().orders().order(\"mug\");"))
                .singleElement()
                .asString()
                .contains("cannot find symbol");
    }

    private List<? extends Diagnostic<?>> errors(String example) {
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-classpath", classpath(), "-d", classes.toString());
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(source(READERS_CLASS.formatted(example))))
                .call();
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** Surefire hides it behind a jar of its own. */
    private static String classpath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
