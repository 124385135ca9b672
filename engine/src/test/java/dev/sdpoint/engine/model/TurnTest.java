package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.faults.ChildJvm;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnTest {
    @TempDir
    Path folder;

    /** Another program that has the turn until it is told a line. */
    static final class Holder {
        private Holder() {}

        /** @param arguments the place */
        public static void main(String[] arguments) throws Exception {
            try (Turn turn = Turn.at(Path.of(arguments[0]))) {
                System.out.println("has it");
                System.in.read();
            }
        }
    }

    @Test
    void anInterruptedWaitForAnotherProgramHasNoTurn() throws Exception {
        Path place = folder.resolve("place");
        try (ChildJvm other = ChildJvm.of(Holder.class, place).start(folder.resolve("errors"))) {
            assertThat(other.await("has it")).as(other.errors()).isTrue();
            FutureTask<Boolean> wait = new FutureTask<>(() -> {
                try (Turn turn = Turn.at(place)) {
                    return true;
                } catch (InterruptedException e) {
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    throw e;
                }
            });
            Thread waiting = new Thread(wait, "waits");
            waiting.start();
            TimeUnit.MILLISECONDS.sleep(100);
            assertThat(wait.isDone()).isFalse();
            waiting.interrupt();

            assertThatThrownBy(() -> wait.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);

            other.say("enough");
            assertThat(other.end()).isZero();
            try (Turn turn = Turn.at(place)) {
                assertThat(place).isEmptyFile();
            }
        }
    }
}
