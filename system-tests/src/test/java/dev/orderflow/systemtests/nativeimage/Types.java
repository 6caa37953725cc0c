package dev.orderflow.systemtests.nativeimage;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads names of our own types out of class files. */
final class Types {

    private static final Pattern OURS = Pattern.compile("L(dev/orderflow/[\\w/$]+)");

    private Types() {}

    /** In a descriptor or a generic signature, arrays as {@code [Lname;}. */
    static List<String> in(String signature) {
        return OURS.matcher(signature)
                .results()
                .map(found -> named(signature, found))
                .toList();
    }

    private static String named(String signature, MatchResult found) {
        boolean array = found.start() > 0 && signature.charAt(found.start() - 1) == '[';
        return array ? "[L" + found.group(1) + ";" : found.group(1);
    }

    /** The generic signature where there is one. */
    static String signature(MethodModel method) {
        return method.findAttribute(Attributes.signature())
                .map(it -> it.signature().stringValue())
                .orElse(method.methodType().stringValue());
    }

    /** What a method returns. */
    static List<String> returned(MethodModel method) {
        var signature = signature(method);
        return in(signature.substring(signature.lastIndexOf(')')));
    }

    /** {@code X.class}, wherever it stands in the code. */
    static List<String> literals(CodeModel code) {
        return code.elementStream()
                .filter(LoadConstantInstruction.class::isInstance)
                .map(LoadConstantInstruction.class::cast)
                .filter(load -> load.constantEntry() instanceof ClassEntry)
                .flatMap(load -> ours((ClassEntry) load.constantEntry()).stream())
                .toList();
    }

    /** Its name, if it is one of ours. */
    static List<String> ours(ClassEntry type) {
        var name = type.asInternalName();
        return name.contains("dev/orderflow/") ? List.of(name) : List.of();
    }

    static Stream<String> literals(ClassModel type) {
        return type.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> literals(code).stream());
    }

    static List<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(it -> it.annotations())
                .orElse(List.of());
    }

    static Optional<Annotation> annotation(AttributedElement element, String type) {
        return annotations(element).stream()
                .filter(it -> it.className().equalsString("L" + type + ";"))
                .findFirst();
    }

    /** Every class that an annotation names, in others that it holds too. */
    static Stream<String> classesIn(Annotation annotation) {
        return annotation.elements().stream().map(AnnotationElement::value).flatMap(Types::classesIn);
    }

    static Stream<String> classesIn(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfClass type -> in(type.className().stringValue()).stream();
            case AnnotationValue.OfArray array -> array.values().stream().flatMap(Types::classesIn);
            case AnnotationValue.OfAnnotation nested -> classesIn(nested.annotation());
            default -> Stream.of();
        };
    }
}
