package dev.sdpoint.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** What reads files that name classes: Java's serialised objects, JSON with types in it, and DL4J's and ND4J's own formats. */
final class SerialisedObjects {
    private static final Set<String> READERS = Set.of(
            "java.io.ObjectInputStream",
            "java.io.ObjectInput",
            "java.beans.XMLDecoder",
            "javax.management.loading.MLet",
            "org.apache.commons.lang3.SerializationUtils",
            "org.deeplearning4j.util.ModelSerializer",
            "org.deeplearning4j.core.util.ModelGuesser",
            "com.fasterxml.jackson.annotation.JsonTypeInfo",
            "org.nd4j.common.util.SerializationUtils",
            "org.nd4j.serde.base64.Nd4jBase64");

    private static final Set<String> READING = Set.of(
            "org.nd4j.linalg.factory.Nd4j.read",
            "org.nd4j.linalg.factory.Nd4j.readBinary",
            "org.nd4j.linalg.factory.Nd4j.readTxt",
            "org.nd4j.linalg.factory.Nd4j.readTxtString",
            "org.nd4j.linalg.factory.Nd4j.readNumpy",
            "org.nd4j.linalg.factory.Nd4j.fromByteArray",
            "org.nd4j.linalg.factory.Nd4j.createFromNpyFile",
            "org.nd4j.linalg.factory.Nd4j.createFromNpzFile",
            "org.nd4j.linalg.factory.Nd4j.createNpyFromInputStream",
            "org.nd4j.linalg.factory.Nd4j.createFromSerializedFile",
            "org.deeplearning4j.nn.graph.ComputationGraph.load",
            "org.deeplearning4j.nn.multilayer.MultiLayerNetwork.load",
            "org.deeplearning4j.nn.conf.ComputationGraphConfiguration.fromJson",
            "org.deeplearning4j.nn.conf.ComputationGraphConfiguration.fromYaml",
            "org.deeplearning4j.nn.conf.MultiLayerConfiguration.fromJson",
            "org.deeplearning4j.nn.conf.MultiLayerConfiguration.fromYaml",
            "org.nd4j.linalg.dataset.DataSet.load",
            "org.nd4j.linalg.dataset.MultiDataSet.load",
            "com.fasterxml.jackson.databind.ObjectMapper.activateDefaultTyping",
            "com.fasterxml.jackson.databind.ObjectMapper.activateDefaultTypingAsProperty",
            "com.fasterxml.jackson.databind.ObjectMapper.enableDefaultTyping",
            "com.fasterxml.jackson.databind.cfg.MapperBuilder.activateDefaultTyping");

    private SerialisedObjects() {}

    static DescribedPredicate<JavaAccess<?>> makesObjectsOfClassNames() {
        return describe("a reader that makes objects of the class names in its input is the target", access -> {
            String method = "." + access.getTarget().getName();
            JavaClass owner = access.getTargetOwner();
            return READING.contains(owner.getName() + method)
                    || owner.getAllRawSuperclasses().stream()
                            .anyMatch(type -> READING.contains(type.getName() + method));
        });
    }

    static DescribedPredicate<JavaClass> readerOfClassNames() {
        return describe("make objects of the class names in their input", type -> READERS.contains(type.getName()));
    }
}
