package dev.sdpoint.engine.compute;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives a layer its place in a graph and its part of the flattened parameters, as DL4J's stock layers do it. */
final class Attachment {
    private Attachment() {}

    static Layer attach(
            Layer layer,
            ParamInitializer initializer,
            NeuralNetConfiguration conf,
            int index,
            INDArray parameters,
            boolean initialize) {
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer.init(conf, parameters, initialize));
        layer.setConf(conf);
        return layer;
    }
}
