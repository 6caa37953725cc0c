/** What a native image has to be told, derived from the built classes of all modules. */
package dev.orderflow.systemtests.nativeimage;
