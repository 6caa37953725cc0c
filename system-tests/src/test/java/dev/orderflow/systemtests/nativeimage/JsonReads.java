package dev.orderflow.systemtests.nativeimage;

import dev.orderflow.systemtests.nativeimage.Call.Method;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types that JSON is read into: the class literals of every method that calls Jackson's reader, or a method of ours
 * that passes a class on to it.
 */
final class JsonReads {

    private static final String MAPPER = "com/fasterxml/jackson/databind/ObjectMapper";
    private static final Set<String> READERS = Set.of("readValue", "treeToValue", "convertValue", "readerFor");

    private final List<Call> calls;
    private final Set<Method> readers = new HashSet<>();

    JsonReads(List<Call> calls) {
        this.calls = calls;
        while (reading().map(Call::from).filter(JsonReads::takesAClass).anyMatch(readers::add)) {
            // until nothing more passes a class on
        }
    }

    Set<String> types() {
        var types = new TreeSet<String>();
        reading().forEach(call -> types.addAll(literals(call)));
        return types;
    }

    /** Methods that read into a class which is not seen here. */
    Set<String> unseen() {
        var unseen = new TreeSet<String>();
        reading()
                .filter(call -> !takesAClass(call.from()))
                .filter(call -> call.callee().descriptor().contains("Ljava/lang/Class;"))
                .filter(call -> allLiterals(call) == 0)
                .forEach(call -> unseen.add(call.from().toString()));
        return unseen;
    }

    private Stream<Call> reading() {
        return calls.stream().filter(call -> isReader(call.callee()));
    }

    private boolean isReader(Method callee) {
        return callee.owner().equals(MAPPER) && READERS.contains(callee.name()) || readers.contains(callee);
    }

    private static boolean takesAClass(Method method) {
        return method.descriptor()
                .substring(0, method.descriptor().indexOf(')'))
                .contains("Ljava/lang/Class;");
    }

    /** The last argument, if that is it; else whichever there are in the method. */
    private static List<String> literals(Call call) {
        return call.before() instanceof LoadConstantInstruction load && load.constantEntry() instanceof ClassEntry type
                ? Types.ours(type)
                : call.caller().code().map(Types::literals).orElse(List.of());
    }

    private static long allLiterals(Call call) {
        return call.caller().code().stream()
                .flatMap(CodeModel::elementStream)
                .filter(it -> it instanceof LoadConstantInstruction load && load.constantEntry() instanceof ClassEntry)
                .count();
    }
}
