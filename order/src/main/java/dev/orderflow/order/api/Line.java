package dev.orderflow.order.api;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One line of text: it ends up on labels and in mail headers, where a line break or another control character would
 * begin something new.
 */
@Documented
@Constraint(validatedBy = {})
@Size
@Pattern(regexp = "[^\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]*", message = "must not contain control characters")
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Line {

    /** In UTF-16 units. */
    @OverridesAttribute(constraint = Size.class, name = "max")
    int max();

    String message() default "is not one line of text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
