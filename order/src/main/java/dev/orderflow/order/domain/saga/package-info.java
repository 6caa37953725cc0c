/** The table of {@code docs/saga.md}, one file per status. */
package dev.orderflow.order.domain.saga;
