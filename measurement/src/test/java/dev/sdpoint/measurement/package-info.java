/** Whether what is compared is equal work; no times. */
@NullMarked
package dev.sdpoint.measurement;

import org.jspecify.annotations.NullMarked;
