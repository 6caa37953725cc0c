/** What an order costs. */
package dev.orderflow.order.domain.pricing;
