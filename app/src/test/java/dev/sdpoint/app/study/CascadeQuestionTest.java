package dev.sdpoint.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.VggNet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CascadeQuestionTest {
    /** Nobody watches. */
    private static final Bench BENCH = new Bench() {
        @Override
        public ExecutableNetwork load(SdpModel model) {
            return FakeNetwork.loader().load(model.network(), model.weights());
        }

        @Override
        public Watch watch(String title, int images) {
            return new Watch() {
                @Override
                public void report(double done) {
                    // nobody looks
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    };

    /** In its last stage maps have a side of 2, which ×0.75 leaves as it is. */
    @Test
    void instancesThatAreTheFullNetworkByAnotherNameAreNotAsked() throws Exception {
        DataSet data = SyntheticModel.data();
        SdpModel model = SyntheticModel.of(data, new VggNet(11, data.classCount(), 32));
        LabeledImages images = StudyCase.choose(data.validation(), 40);
        Subject subject = new Subject("vgg", model, images, BENCH);
        StudyResult result = new CascadeQuestion().answer(new StudyCase(List.of(subject), data, images));
        List<Double> costs = new ArrayList<>();
        for (int row = 0; row < result.table().rows().size(); row++) {
            if (String.valueOf(result.table().rows().get(row).get(1)).startsWith("fixed")) {
                costs.add(((Number) result.table().rows().get(row).get(5)).doubleValue());
            }
        }
        assertThat(costs).hasSizeGreaterThan(5).isSorted();
        assertThat(costs.stream().filter(cost -> cost == 1)).hasSize(1);
    }
}
