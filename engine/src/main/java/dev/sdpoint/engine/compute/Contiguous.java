package dev.sdpoint.engine.compute;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes arrays fit for kernels that walk memory in order. */
final class Contiguous {
    private Contiguous() {}

    /** The array itself if it is contiguous in 'c' order, else a copy that is. */
    static INDArray of(INDArray array) {
        return is(array) ? array : array.dup('c');
    }

    /** A copy of the values, row-major. */
    static float[] floats(INDArray array) {
        return of(array).data().getFloatsAt(0, (int) array.length());
    }

    /** A copy of the values, row-major, of any type. */
    static double[] doubles(INDArray array) {
        return of(array).data().getDoublesAt(0, (int) array.length());
    }

    /**
     * Whether the elements follow one another in memory, last index fastest. ND4J's own check says no to every array with a
     * dimension of 1 whose stride repeats its neighbour's, such as maps of 1×1.
     */
    static boolean is(INDArray array) {
        long expected = 1;
        for (int d = array.rank() - 1; d >= 0; d--) {
            if (array.size(d) != 1 && array.stride(d) != expected) {
                return false;
            }
            expected *= array.size(d);
        }
        return array.rank() <= 1 || array.ordering() == 'c';
    }
}
