package dev.orderflow.systemtests.nativeimage;

import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.attribute.SignatureAttribute;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The bodies of HTTP calls, of those that are served here and of those to others, by the methods that are annotated so. */
final class Bodies {

    private static final List<String> CALLS = Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
            .map(it -> "jakarta/ws/rs/" + it)
            .toList();
    private static final String OPERATION = "org/eclipse/microprofile/openapi/annotations/";

    private final BuiltClasses classes;

    Bodies(BuiltClasses classes) {
        this.classes = classes;
    }

    Set<String> types() {
        var types = new TreeSet<String>();
        classes.all()
                .forEach(type -> type.methods().stream().filter(Bodies::isCall).forEach(method -> {
                    types.addAll(isStream(method) ? List.of() : Types.returned(method));
                    types.addAll(body(method));
                    described(method).forEach(types::add);
                }));
        return types;
    }

    private static boolean isCall(MethodModel method) {
        return CALLS.stream().anyMatch(it -> Types.annotation(method, it).isPresent());
    }

    /** Written by a writer of its own. */
    private static boolean isStream(MethodModel method) {
        return Types.annotation(method, "jakarta/ws/rs/Produces").stream()
                .anyMatch(it -> it.toString().contains("text/event-stream"));
    }

    /** The one parameter that no annotation of JAX-RS takes from elsewhere. */
    private static Set<String> body(MethodModel method) {
        var signature = method.findAttribute(Attributes.signature())
                .map(SignatureAttribute::asMethodSignature)
                .orElseGet(() -> MethodSignature.of(method.methodTypeSymbol()));
        var types = new TreeSet<String>();
        for (int i = 0; i < signature.arguments().size(); i++) {
            if (!isTakenFromElsewhere(method, i)) {
                types.addAll(Types.in(signature.arguments().get(i).signatureString()));
            }
        }
        return types;
    }

    private static boolean isTakenFromElsewhere(MethodModel method, int parameter) {
        return method.findAttribute(Attributes.runtimeVisibleParameterAnnotations()).stream()
                .flatMap(it -> it.parameterAnnotations().get(parameter).stream())
                .anyMatch(it -> it.className().stringValue().startsWith("Ljakarta/ws/rs/"));
    }

    /** The shapes that its description names. */
    private static Stream<String> described(MethodModel method) {
        return Types.annotations(method).stream()
                .filter(it -> it.className().stringValue().startsWith("L" + OPERATION + "responses/"))
                .flatMap(Types::classesIn);
    }
}
