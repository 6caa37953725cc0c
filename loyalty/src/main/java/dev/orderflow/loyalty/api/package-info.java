/** Points over HTTP. */
package dev.orderflow.loyalty.api;
