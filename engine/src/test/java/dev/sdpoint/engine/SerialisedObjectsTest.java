package dev.sdpoint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The rule against serialised objects bites. */
final class SerialisedObjectsTest {
    @SuppressWarnings({"unused", "BanSerializableRead"}) // read by the rule
    private static final class OfJava {
        static Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }

    @SuppressWarnings("unused") // read by the rule
    private static final class OfNd4j {
        static INDArray read(InputStream in) throws IOException {
            return Nd4j.read(in);
        }
    }

    @SuppressWarnings("unused") // read by the rule
    private static final class OfDl4j {
        static ComputationGraph read(java.io.File file) throws IOException {
            return ComputationGraph.load(file, false);
        }
    }

    @SuppressWarnings("unused") // read by the rule
    private static final class OfJackson {
        static Object read(String text) throws IOException {
            JsonMapper mapper = JsonMapper.builder().build();
            mapper.activateDefaultTyping(mapper.getPolymorphicTypeValidator());
            return mapper.readTree(text);
        }
    }

    @SuppressWarnings("unused") // read by the rule
    private static final class Harmless {
        static Object read(String text) throws IOException {
            return JsonMapper.builder().build().readValue(text, Map.class);
        }
    }

    private static boolean violates(Class<?> type) {
        return ArchitectureTest.nothingMakesObjectsOfAFilesClassNames
                .evaluate(new ClassFileImporter().importClasses(type))
                .hasViolation();
    }

    @Test
    void bites() {
        assertThat(violates(OfJava.class)).isTrue();
        assertThat(violates(OfNd4j.class)).isTrue();
        assertThat(violates(OfDl4j.class)).isTrue();
        assertThat(violates(OfJackson.class)).isTrue();
        assertThat(violates(Harmless.class)).isFalse();
    }
}
