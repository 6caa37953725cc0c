/** Values that several events carry. Unknown JSON fields are ignored, absent optional ones are left out. */
package dev.orderflow.contracts.value;
