/** What operators pull and look at on every service, under {@code /admin}. */
package dev.orderflow.platform.admin;
