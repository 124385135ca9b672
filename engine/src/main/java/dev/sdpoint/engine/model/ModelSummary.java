package dev.sdpoint.engine.model;

import dev.sdpoint.engine.data.Checksums;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * All of a model file but its numbers: what a list or a card of models shows. Immutable.
 *
 * @param formatVersion of the file
 * @param network architecture
 * @param space instances it can be switched to
 * @param classNames in the order of the classifier
 * @param sweep scores of every instance on the validation set
 * @param record where it comes from
 * @param content SHA-256 over the architecture, the instances, and the checksums that the file gives for its weights and its
 *     statistics, as 64 hexadecimal digits: equal for the same trained network whatever its file is called, when it was written,
 *     in which version of the format, or how it was packed
 */
public record ModelSummary(
        int formatVersion,
        NetworkSpec network,
        InstanceSpace space,
        List<String> classNames,
        Sweep sweep,
        TrainingRecord record,
        String content) {
    /** The version in which files are written. */
    public static final int NEWEST_FORMAT = ModelFiles.VERSION;

    public ModelSummary {
        classNames = List.copyOf(classNames);
    }

    /** Numbers that training finds; running averages, which the file holds beside them, are none. */
    public long parameters() {
        return network.plan().parameters();
    }

    /** Whether the other tells the same of the same trained network; only their formats may differ. */
    public boolean sameModel(ModelSummary other) {
        return content.equals(other.content)
                && classNames.equals(other.classNames)
                && sweep.equals(other.sweep)
                && record.equals(other.record);
    }

    static String content(NetworkSpec network, InstanceSpace space, String weightsSha256, String statisticsSha256) {
        MessageDigest digest = Checksums.sha256();
        text(digest, network.name() + " on " + network.side() + " for " + network.classes());
        space.instances().forEach(instance -> text(digest, instance.toString()));
        text(digest, weightsSha256);
        text(digest, statisticsSha256);
        return Checksums.hex(digest);
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
