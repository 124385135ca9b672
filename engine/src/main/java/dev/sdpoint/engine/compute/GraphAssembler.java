package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Optimization;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Turns a plan into a DL4J graph of our own layers. */
final class GraphAssembler {
    private GraphAssembler() {}

    /** An initialised graph, early exits before the last output, whose layers listen to the context; its weights are set afterwards. */
    static ComputationGraph assemble(
            NetworkSpec spec, Optimization optimization, PassContext context, GraphOptions options, Rate rate) {
        NetworkPlan plan = spec.plan();
        ComputationGraphConfiguration.GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .dataType(options.type())
                .updater(new Nesterovs(rate, optimization.momentum()))
                .l2(optimization.weightDecay())
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder()
                .addInputs(NetworkPlan.INPUT)
                .setInputTypes(InputType.convolutional(plan.side(), plan.side(), plan.channels(), CNN2DFormat.NHWC));
        for (LayerSpec layer : plan.layers()) {
            add(builder, layer, context, options);
        }
        List<String> outputs = new ArrayList<>(plan.exits());
        outputs.add(plan.output(Instance.FULL));
        builder.setOutputs(outputs.toArray(String[]::new));
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    private static void add(
            ComputationGraphConfiguration.GraphBuilder builder,
            LayerSpec layer,
            PassContext context,
            GraphOptions options) {
        String[] inputs = layer.inputs().toArray(String[]::new);
        if (layer instanceof LayerSpec.Convolution convolution) {
            builder.addLayer(layer.name(), new NhwcConvolution(convolution, context, options.portable()), inputs);
        } else if (layer instanceof LayerSpec.BatchNorm norm) {
            builder.addLayer(layer.name(), new NormRelu(norm, context, options), inputs);
        } else if (layer instanceof LayerSpec.GlobalAveragePool) {
            GlobalPoolingLayer pool = new GlobalPoolingLayer.Builder(PoolingType.AVG)
                    .poolingDimensions(1, 2)
                    .build();
            builder.addLayer(layer.name(), pool, inputs);
        } else if (layer instanceof LayerSpec.Classifier classifier) {
            builder.addLayer(layer.name(), new SoftmaxClassifier(classifier), inputs);
        } else {
            builder.addVertex(layer.name(), new PlanVertex(layer, context, options), inputs);
        }
    }
}
