/** Compares our books with the provider's and keeps what differs for an operator to see. Moves no money. */
package dev.orderflow.payment.reconciliation;
