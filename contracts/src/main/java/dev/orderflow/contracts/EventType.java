package dev.orderflow.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The logical name and version under which an event record crosses the wire. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** {@code ce_type}, {@code orderflow.order.placed} for instance. Never a class name, never renamed, never reused. */
    String name();

    /** {@code ce_dataversion}: the version of the record's JSON, from 1; what is published always has this version. */
    int version() default 1;

    /** Steps from each older version to the next: v1 to v2 first. Exactly {@code version - 1} of them. */
    Class<? extends Upcaster>[] upcasters() default {};
}
