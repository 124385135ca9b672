@NullMarked
package dev.sdpoint.faults;

import org.jspecify.annotations.NullMarked;
