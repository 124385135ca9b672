package dev.sdpoint.faults;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Repeats a {@link FaultTest}. */
final class FaultRepetitions implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        int times = Math.max(1, Integer.getInteger(FaultTest.TIMES, 1));
        return IntStream.range(0, times).mapToObj(repetition -> new Repetition(new FaultSeed(repetition), times));
    }

    private record Repetition(FaultSeed seed, int times) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return index + " of " + times;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new ParameterResolver() {
                @Override
                public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
                    return parameter.getParameter().getType() == FaultSeed.class;
                }

                @Override
                public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                    return seed;
                }
            });
        }
    }
}
