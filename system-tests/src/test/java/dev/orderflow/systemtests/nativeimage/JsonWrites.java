package dev.orderflow.systemtests.nativeimage;

import dev.orderflow.systemtests.nativeimage.Call.Method;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types that are written as JSON: those of the last argument of every call of Jackson's writer, or of a method of ours
 * that passes its last parameter on to it.
 */
final class JsonWrites {

    private static final String OBJECT = "Ljava/lang/Object;";
    private static final String MAPPER = "com/fasterxml/jackson/databind/ObjectMapper";
    private static final Set<String> WRITERS = Set.of("writeValueAsString", "writeValueAsBytes", "valueToTree");
    private static final String ANSWER = "dev/orderflow/platform/idempotency/Answer";

    private final BuiltClasses classes;
    private final List<Call> calls;
    private final Set<Method> writers = new HashSet<>();

    JsonWrites(BuiltClasses classes, List<Call> calls) {
        this.classes = classes;
        this.calls = calls;
        while (writing().filter(this::passesItsOwn).map(Call::from).anyMatch(writers::add)) {
            // until nothing more passes a value on
        }
    }

    Set<String> types() {
        var types = new TreeSet<String>();
        writing().forEach(call -> types.addAll(argument(call)));
        return types;
    }

    /** Methods that write a value of which nothing is known here. */
    Set<String> unseen() {
        var unseen = new TreeSet<String>();
        writing()
                .filter(call -> !passesItsOwn(call) && signature(call).contains(OBJECT))
                .forEach(call -> unseen.add(call.from().toString()));
        return unseen;
    }

    private Stream<Call> writing() {
        return calls.stream().filter(call -> call.before() != null && isWriter(call.callee()));
    }

    private boolean isWriter(Method callee) {
        return callee.owner().equals(MAPPER) && WRITERS.contains(callee.name())
                || callee.owner().equals(ANSWER) && callee.lastParameterIs(OBJECT)
                || writers.contains(callee);
    }

    private boolean passesItsOwn(Call call) {
        return call.before() instanceof LoadInstruction load
                && call.from().lastParameterIs(OBJECT)
                && load.slot() == lastSlot(call);
    }

    private static int lastSlot(Call call) {
        var flags = call.caller().flags();
        int slots = flags.has(AccessFlag.STATIC) ? 0 : 1;
        var parameters = call.caller().methodTypeSymbol().parameterList();
        for (var parameter : parameters.subList(0, parameters.size() - 1)) {
            slots += parameter.descriptorString().matches("[JD]") ? 2 : 1;
        }
        return slots;
    }

    private List<String> argument(Call call) {
        return Types.in(signature(call));
    }

    /** Of the value that was made last before the call. */
    private String signature(Call call) {
        return switch (call.before()) {
            case InvokeInstruction made
            when made.name().equalsString("<init>") -> "L" + made.owner().asInternalName() + ";";
            case InvokeInstruction made -> result(made);
            case TypeCheckInstruction cast
            when cast.opcode() == Opcode.CHECKCAST -> "L" + cast.type().asInternalName() + ";";
            case FieldInstruction field -> field.type().stringValue();
            case LoadInstruction load -> variable(call, load.slot());
            case Instruction other -> OBJECT;
        };
    }

    private String result(InvokeInstruction made) {
        return classes.find(made.owner().asInternalName()).stream()
                .flatMap(type -> type.methods().stream())
                .filter(method -> method.methodName().equals(made.name())
                        && method.methodType().equalsString(made.type().stringValue()))
                .map(Types::signature)
                .findFirst()
                .map(it -> it.substring(it.lastIndexOf(')') + 1))
                .orElse(made.typeSymbol().returnType().descriptorString());
    }

    /** The generic type, where the compiler left it; else the plain one. */
    private static String variable(Call call, int slot) {
        var code = call.caller().code().orElseThrow();
        var generic = code.elementStream()
                .filter(it -> it instanceof LocalVariableType type && type.slot() == slot)
                .map(it -> ((LocalVariableType) it).signature().stringValue());
        var plain = code.elementStream()
                .filter(it -> it instanceof LocalVariable variable && variable.slot() == slot)
                .map(it -> ((LocalVariable) it).type().stringValue());
        return Stream.concat(generic, plain).findFirst().orElse(OBJECT);
    }
}
