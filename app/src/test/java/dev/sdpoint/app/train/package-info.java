@NullMarked
package dev.sdpoint.app.train;

import org.jspecify.annotations.NullMarked;
