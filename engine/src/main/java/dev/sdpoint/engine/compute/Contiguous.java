package dev.sdpoint.engine.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** Makes arrays fit for kernels that walk memory in order. */
final class Contiguous {
    private Contiguous() {}

    /** The array itself if it is contiguous in 'c' order, else a copy that is. */
    static INDArray of(INDArray array) {
        boolean contiguous = array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
        return contiguous ? array : array.dup('c');
    }
}
