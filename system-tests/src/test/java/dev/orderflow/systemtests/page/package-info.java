/** Pages of the docs that are executed. */
package dev.orderflow.systemtests.page;
