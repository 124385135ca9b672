/**
 * The Library place: the data sets that are on this machine or can be brought here, and the models. Knows no other place; what is opened
 * goes through the shell.
 */
@NullMarked
package dev.sdpoint.app.library;

import org.jspecify.annotations.NullMarked;
