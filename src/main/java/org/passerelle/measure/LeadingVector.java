package org.passerelle.measure;

import java.util.Arrays;

/**
 * The eigenvector of the largest eigenvalue of a symmetric matrix without negative entries, on which a beginning
 * without negative entries leans. Several equal largest eigenvalues: the part of the beginning that lies in their
 * space, which is where multiplying again and again would end too.
 *
 * <p>Multiplying again and again is as slow as the second eigenvalue is near. All its vectors together say more than
 * the last of them: within the space they span the best vector comes from a small matrix of three diagonals (Cornelius
 * Lanczos, 1950, doi:10.6028/jres.045.026), and with it the next round begins. Where multiplying needs k products for a
 * digit this needs about the root of k. Each new vector is made perpendicular to all before, so that rounding brings
 * nothing back.
 *
 * <p>Time O(m + n) a product, memory of {@link #SPAN} vectors. The products and their order do not depend on threads.
 */
final class LeadingVector {
    /** Vectors in a round: more of them need fewer products and more memory. */
    static final int SPAN = 12;

    /** Turns of all pairs that bring a small matrix to its diagonal; six are usual. */
    private static final int SWEEPS_MAX = 30;

    private LeadingVector() {}

    /** The matrix, as what it makes of a vector. */
    interface Matrix {
        /** Writes the product into the second array. */
        void times(double[] vector, double[] product);
    }

    /**
     * How far to go.
     *
     * @param productsMax most products with the matrix
     * @param tolerance ends when one more product would turn the vector, of length 1, by no more
     */
    record Limits(int productsMax, double tolerance) {}

    /**
     * The answer.
     *
     * @param vector of length 1, nowhere below 0
     * @param eigenvalue the largest
     * @param products how many were made
     * @param settled whether the tolerance was reached
     */
    record Result(double[] vector, double eigenvalue, int products, boolean settled) {}

    /** Of a matrix that makes more than 0 of the beginning. */
    static Result of(Matrix matrix, double[] beginning, Limits limits, Progress progress) {
        double[] best = beginning.clone();
        divide(best, length(best));
        double[][] span = new double[SPAN + 1][];
        int products = 0;
        while (true) {
            span[0] = best;
            double[] diagonal = new double[SPAN];
            double[] beside = new double[SPAN];
            Leading leading = new Leading(new double[] {1}, 0);
            int size = 0;
            while (size < SPAN && products < limits.productsMax()) {
                double[] next = vector(span, size + 1, best.length);
                matrix.times(span[size], next);
                progress.reached((double) ++products / limits.productsMax());
                diagonal[size] = dot(next, span[size]);
                if (size == 0 && difference(next, best, diagonal[0]) <= limits.tolerance()) {
                    return new Result(settled(next), diagonal[0], products, true);
                }
                perpendicular(next, span, size);
                beside[size] = length(next);
                size++;
                leading = Leading.of(diagonal, beside, size);
                // What the product of the best vector would lack to be in proportion to it.
                double lacking = beside[size - 1] * Math.abs(leading.parts()[size - 1]);
                if (lacking <= limits.tolerance() / 2 * leading.eigenvalue()) {
                    break;
                }
                divide(next, beside[size - 1]);
            }
            best = combined(span, leading.parts(), size);
            if (products == limits.productsMax()) {
                return new Result(settled(best), leading.eigenvalue(), products, false);
            }
        }
    }

    private static double[] vector(double[][] span, int place, int length) {
        if (span[place] == null) {
            span[place] = new double[length];
        }
        return span[place];
    }

    /** By how much a product differs from its vector, once both have the same length. */
    private static double difference(double[] product, double[] vector, double eigenvalue) {
        double squares = 0;
        for (int place = 0; place < vector.length; place++) {
            double difference = product[place] / eigenvalue - vector[place];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static void perpendicular(double[] vector, double[][] span, int last) {
        for (int before = last; before >= 0; before--) {
            double[] other = span[before];
            double share = dot(vector, other);
            for (int place = 0; place < vector.length; place++) {
                vector[place] -= share * other[place];
            }
        }
    }

    private static double[] combined(double[][] span, double[] parts, int size) {
        double[] sum = new double[span[0].length];
        for (int member = 0; member < size; member++) {
            for (int place = 0; place < sum.length; place++) {
                sum[place] += parts[member] * span[member][place];
            }
        }
        divide(sum, length(sum));
        return sum;
    }

    /** Rounding leaves entries a little below 0 that are none. */
    private static double[] settled(double[] vector) {
        double[] values = Arrays.stream(vector).map(value -> Math.max(0, value)).toArray();
        divide(values, length(values));
        return values;
    }

    private static void divide(double[] vector, double by) {
        for (int place = 0; place < vector.length; place++) {
            vector[place] /= by;
        }
    }

    static double length(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    /** Four sums at once, because each addition to a single one would wait for the one before. */
    private static double dot(double[] one, double[] other) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int place = 0;
        for (; place + 3 < one.length; place += 4) {
            first += one[place] * other[place];
            second += one[place + 1] * other[place + 1];
            third += one[place + 2] * other[place + 2];
            fourth += one[place + 3] * other[place + 3];
        }
        for (; place < one.length; place++) {
            first += one[place] * other[place];
        }
        return (first + second) + (third + fourth);
    }

    /** The largest eigenvalue of a small matrix of three diagonals, and its vector: the first part is not below 0. */
    private record Leading(double[] parts, double eigenvalue) {
        /** Carl Jacobi's turns, 1846, doi:10.1515/crll.1846.30.51: each brings one pair of entries to 0. */
        static Leading of(double[] diagonal, double[] beside, int size) {
            double[][] matrix = new double[size][size];
            double[][] vectors = new double[size][size];
            for (int row = 0; row < size; row++) {
                matrix[row][row] = diagonal[row];
                vectors[row][row] = 1;
                if (row > 0) {
                    matrix[row][row - 1] = beside[row - 1];
                    matrix[row - 1][row] = beside[row - 1];
                }
            }
            boolean turned = true;
            for (int sweep = 0; sweep < SWEEPS_MAX && turned; sweep++) {
                turned = false;
                for (int row = 0; row < size; row++) {
                    for (int column = row + 1; column < size; column++) {
                        turned |= turn(matrix, vectors, row, column);
                    }
                }
            }
            int largest = 0;
            for (int row = 1; row < size; row++) {
                largest = matrix[row][row] > matrix[largest][largest] ? row : largest;
            }
            double sign = vectors[largest][0] < 0 ? -1 : 1;
            return new Leading(
                    Arrays.stream(vectors[largest]).map(part -> sign * part).toArray(), matrix[largest][largest]);
        }

        private static boolean turn(double[][] matrix, double[][] vectors, int one, int other) {
            double entry = matrix[one][other];
            if (Math.abs(entry) <= Math.ulp(Math.abs(matrix[one][one]) + Math.abs(matrix[other][other])) / 4) {
                return false;
            }
            double ratio = (matrix[other][other] - matrix[one][one]) / (2 * entry);
            double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(1, ratio));
            double cosine = 1 / Math.hypot(1, tangent);
            double sine = tangent * cosine;
            for (double[] row : matrix) {
                double before = row[one];
                row[one] = cosine * before - sine * row[other];
                row[other] = sine * before + cosine * row[other];
            }
            combine(matrix, one, other, cosine, sine);
            combine(vectors, one, other, cosine, sine);
            // It is 0 but for rounding, which would keep the sweeps from ending.
            matrix[one][other] = 0;
            matrix[other][one] = 0;
            return true;
        }

        private static void combine(double[][] rows, int one, int other, double cosine, double sine) {
            for (int column = 0; column < rows.length; column++) {
                double before = rows[one][column];
                rows[one][column] = cosine * before - sine * rows[other][column];
                rows[other][column] = sine * before + cosine * rows[other][column];
            }
        }
    }
}
