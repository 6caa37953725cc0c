package dev.orderflow.platform.http;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource or a method that answers about a customer's data: its answers carry {@code Cache-Control: private,
 * no-cache} and {@code Vary: Authorization}, so that no shared cache keeps them and each use is checked by ETag.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface PrivateData {}
