/** What payment decides: pure, without clock, ids, I/O or framework. {@link PaymentRules} is the way in. */
package dev.orderflow.payment.domain;
