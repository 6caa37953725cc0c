/** What it means that the provider's books and ours agree. Pure. */
package dev.orderflow.payment.domain.reconciliation;
