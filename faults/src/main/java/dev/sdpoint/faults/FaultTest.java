package dev.sdpoint.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a fault. It runs once, or as often as the system property {@value #TIMES} says (20 times in the profile {@code faults}), each
 * time with another {@link FaultSeed}, which its method may take as a parameter.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@Tag("faults")
@ExtendWith(FaultRepetitions.class)
public @interface FaultTest {
    /** Name of the system property with the number of repetitions. */
    String TIMES = "sdpoint.faults";
}
