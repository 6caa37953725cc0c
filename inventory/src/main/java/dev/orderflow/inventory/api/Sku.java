package dev.orderflow.inventory.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sku in an address: up to 64 letters, digits, and {@code - . _}; not dots alone, which addresses lose on their way. */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = Sku.TEXT)
@Schema(pattern = Sku.TEXT)
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface Sku {

    String TEXT = "(?!\\.+$)[A-Za-z0-9._-]{1,64}";

    String message() default "must be 1 to 64 letters, digits, hyphens, dots and underscores";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
