package dev.orderflow.contracts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that holds personal data: an address, a contact, a payment token. Messaging stores the
 * field of that name apart from the event and erases it on request, so it may be null when read, even if its publisher
 * always sets it. A reader must have an answer for that.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
