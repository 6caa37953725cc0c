package dev.orderflow.systemtests.nativeimage;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * A call, or a method handed on as a lambda's body.
 *
 * @param before the instruction that made the last argument; null for a lambda
 */
record Call(ClassModel type, MethodModel caller, Method callee, Instruction before) {

    record Method(String owner, String name, String descriptor) {

        static Method of(ClassModel type, MethodModel method) {
            return new Method(
                    type.thisClass().asInternalName(),
                    method.methodName().stringValue(),
                    method.methodType().stringValue());
        }

        boolean lastParameterIs(String descriptorOfIt) {
            return descriptor.substring(0, descriptor.indexOf(')')).endsWith(descriptorOfIt);
        }

        @Override
        public String toString() {
            return owner.substring(owner.lastIndexOf('/') + 1) + "." + name;
        }
    }

    Method from() {
        return Method.of(type, caller);
    }

    static List<Call> in(BuiltClasses classes) {
        var calls = new ArrayList<Call>();
        for (var type : classes.all()) {
            for (var method : type.methods()) {
                method.code().ifPresent(code -> collect(type, method, code.elementList(), calls));
            }
        }
        return calls;
    }

    private static void collect(ClassModel type, MethodModel method, List<CodeElement> code, List<Call> calls) {
        Instruction before = null;
        for (var element : code) {
            if (element instanceof InvokeInstruction invoke) {
                calls.add(new Call(type, method, callee(invoke), before));
            } else if (element instanceof InvokeDynamicInstruction lambda) {
                handled(lambda).forEach(callee -> calls.add(new Call(type, method, callee, null)));
            }
            before = element instanceof Instruction step && step.opcode() != Opcode.NOP ? step : before;
        }
    }

    private static Method callee(InvokeInstruction invoke) {
        return new Method(
                invoke.owner().asInternalName(),
                invoke.name().stringValue(),
                invoke.type().stringValue());
    }

    private static List<Method> handled(InvokeDynamicInstruction lambda) {
        return lambda.bootstrapArgs().stream()
                .filter(DirectMethodHandleDesc.class::isInstance)
                .map(DirectMethodHandleDesc.class::cast)
                .map(it -> new Method(internal(it.owner().descriptorString()), it.methodName(), it.lookupDescriptor()))
                .toList();
    }

    private static String internal(String descriptor) {
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }
}
