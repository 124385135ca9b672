/**
 * Faults for the tests of the engine and of the application: processes of their own that are killed without notice, disks that are full at a
 * chosen byte or cannot be written, and how often each fault is tried. Imports JUnit and the platform, nothing of the program.
 */
@NullMarked
package dev.sdpoint.faults;

import org.jspecify.annotations.NullMarked;
