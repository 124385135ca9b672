@NullMarked
package dev.sdpoint.app.runs;

import org.jspecify.annotations.NullMarked;
