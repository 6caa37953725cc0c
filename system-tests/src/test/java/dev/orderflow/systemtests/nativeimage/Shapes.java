package dev.orderflow.systemtests.nativeimage;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What Jackson meets inside of a type: its components, theirs, and the classes that an interface may be. */
final class Shapes {

    private final BuiltClasses classes;

    Shapes(BuiltClasses classes) {
        this.classes = classes;
    }

    Set<String> in(Stream<String> roots) {
        var found = new TreeSet<String>();
        roots.forEach(root -> collect(root, found));
        return found;
    }

    private void collect(String name, Set<String> found) {
        if (name.startsWith("[") ? !found.add(name) : isWithoutShape(name) || !found.add(name)) {
            return;
        }
        classes.find(name.replaceAll("^\\[L|;$", ""))
                .ifPresent(type -> parts(type).forEach(it -> collect(it, found)));
    }

    /** An enum without annotations of Jackson is a text; an exception is what a reader throws, not what it reads. */
    private boolean isWithoutShape(String name) {
        return classes.find(name)
                .filter(type -> isPlainEnum(type) || isException(type))
                .isPresent();
    }

    private static boolean isException(ClassModel type) {
        return type.superclass().stream().anyMatch(it -> it.asInternalName().endsWith("Exception"));
    }

    private static boolean isPlainEnum(ClassModel type) {
        return type.flags().has(AccessFlag.ENUM)
                && Stream.concat(type.fields().stream(), type.methods().stream())
                        .flatMap(it -> Types.annotations((java.lang.classfile.AttributedElement) it).stream())
                        .noneMatch(it -> it.className().stringValue().contains("jackson"));
    }

    private static Stream<String> parts(ClassModel type) {
        var permitted = type.findAttribute(Attributes.permittedSubclasses()).stream()
                .flatMap(it -> it.permittedSubclasses().stream())
                .map(it -> it.asInternalName());
        var components = type.findAttribute(Attributes.record()).stream()
                .flatMap(it -> it.components().stream())
                .flatMap(component -> Types.in(component
                                .findAttribute(Attributes.signature())
                                .map(it -> it.signature().stringValue())
                                .orElse(component.descriptor().stringValue()))
                        .stream());
        return Stream.concat(permitted, components);
    }
}
