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
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of text: it ends up on labels and in mail headers, where a line break or another control character would
 * begin something new.
 */
@Documented
@Constraint(validatedBy = {})
@Size
@Pattern(regexp = Line.TEXT, message = "must not contain control characters")
@Schema(pattern = Line.TEXT)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Line {

    /** As a pattern that JSON Schema understands too. */
    String TEXT = "[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*";

    /** In UTF-16 units. */
    @OverridesAttribute(constraint = Size.class, name = "max")
    int max();

    String message() default "is not one line of text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
