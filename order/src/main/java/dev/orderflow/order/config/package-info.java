/** What can be configured, as the domain's own types. */
package dev.orderflow.order.config;
