/** Serves the page, and forwards its calls to the services. Decides nothing: what a token may do is the services' to say. */
package dev.orderflow.console;
