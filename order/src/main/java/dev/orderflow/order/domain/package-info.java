/**
 * What an order is: pure values. {@link dev.orderflow.order.domain.Order#evolve} says what each event makes of it, the
 * saga in {@code domain.saga} which events follow from what.
 */
package dev.orderflow.order.domain;
