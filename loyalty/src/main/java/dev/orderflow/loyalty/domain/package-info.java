/** What orders earn and what is taken back, as values and decisions about them. Pure: no clock, no I/O. */
package dev.orderflow.loyalty.domain;
