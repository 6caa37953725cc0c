/** Figures over HTTP. */
package dev.orderflow.analytics.api;
