package dev.orderflow.systemtests.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The class files of some modules, by internal name: {@code dev/orderflow/order/domain/Order}. */
final class BuiltClasses {

    private final Map<String, ClassModel> byName = new TreeMap<>();

    private BuiltClasses() {}

    static BuiltClasses of(List<String> modules) {
        var built = new BuiltClasses();
        modules.forEach(built::read);
        return built;
    }

    private void read(String module) {
        try (var files = Files.walk(Path.of("..", module, "target", "classes"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
                var model = ClassFile.of().parse(file);
                byName.put(model.thisClass().asInternalName(), model);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("module " + module + " is not built", e);
        }
    }

    Collection<ClassModel> all() {
        return byName.values();
    }

    Optional<ClassModel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<String> nestedIn(String name) {
        return byName.keySet().stream().filter(it -> it.startsWith(name + "$")).toList();
    }

    /** Those that extend or implement it, through however many others. */
    List<ClassModel> subtypesOf(String name) {
        return all().stream()
                .filter(type -> supertypes(type, new HashSet<>()).contains(name))
                .toList();
    }

    private Set<String> supertypes(ClassModel type, Set<String> found) {
        var direct = new ArrayList<>(type.interfaces());
        type.superclass().ifPresent(direct::add);
        for (var parent : direct) {
            if (found.add(parent.asInternalName())) {
                find(parent.asInternalName()).ifPresent(it -> supertypes(it, found));
            }
        }
        return found;
    }
}
