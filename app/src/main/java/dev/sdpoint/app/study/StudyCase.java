package dev.sdpoint.app.study;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.model.SdpModel;
import java.util.Arrays;
import java.util.List;

/**
 * Models, and the images that all of them are asked about.
 *
 * @param subjects at least one
 * @param data where the images come from
 * @param images validation images of it
 */
public record StudyCase(List<Subject> subjects, DataSet data, LabeledImages images) {
    private static final Texts TEXTS = Texts.of(StudyCase.class);
    private static final long CHOICE_SEED = 11;

    public StudyCase {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a study asks at least 1 model");
        }
    }

    /**
     * A fixed random choice of images, in their order; the same for everybody.
     *
     * @param count how many; 0, or more than there are, is all of them
     */
    public static LabeledImages choose(LabeledImages all, int count) {
        if (count == 0 || count >= all.size()) {
            return all;
        }
        int[] chosen = Arrays.copyOf(EpochOrder.of(all.size(), CHOICE_SEED, 0), count);
        Arrays.sort(chosen);
        return all.subset(chosen);
    }

    /** On what images, in words. */
    public String words() {
        if (subjects.size() > 1) {
            return TEXTS.get("case.models", images.size(), data.title());
        }
        SdpModel model = subjects.get(0).model();
        return TEXTS.get("case.model", model.network().name(), model.record().method(), images.size(), data.title());
    }
}
