/** What an order's event adds to which figure. Pure: no clock, no I/O. */
package dev.orderflow.analytics.domain;
