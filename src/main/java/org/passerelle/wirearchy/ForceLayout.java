package org.passerelle.wirearchy;

/**
 * Places on a drawing by springs and charges: ties pull their ends together, everybody pushes everybody away,
 * and a slight pull to the middle keeps separate parts in the picture (Fruchterman and Reingold, Graph drawing by
 * force-directed placement, 1991, doi:10.1002/spe.4380211102; the pull to the middle is ours). The start is a
 * circle in the given order, so the same input has the same places, bit for bit: only sums, products, quotients
 * and square roots are used. O(n^2) time a round; rounds grow fewer with n.
 */
final class ForceLayout {
    private static final long PAIR_ROUNDS = 120_000_000L;
    private static final int ROUNDS_MIN = 40;
    private static final int ROUNDS_MAX = 200;
    private static final double GRAVITY = 0.3;

    private final double[] x;
    private final double[] y;
    private final double[] pushX;
    private final double[] pushY;
    private final int[] from;
    private final int[] to;
    private final double[] pull;

    private ForceLayout(int nodes, int[] from, int[] to, double[] pull) {
        this.x = new double[nodes];
        this.y = new double[nodes];
        this.pushX = new double[nodes];
        this.pushY = new double[nodes];
        this.from = from;
        this.to = to;
        this.pull = pull;
    }

    /**
     * The places of nodes whose order puts what belongs together side by side.
     *
     * @param pull how hard each edge pulls, above 0; 1 is usual
     * @return x of every node and y of every node, in [-1, 1]
     */
    static double[][] places(int nodes, int[] from, int[] to, double[] pull) {
        ForceLayout layout = new ForceLayout(nodes, from, to, pull);
        layout.start();
        long pairs = Math.max(1, (long) nodes * (nodes - 1) / 2);
        int rounds = Math.clamp(PAIR_ROUNDS / pairs, ROUNDS_MIN, ROUNDS_MAX);
        for (int round = 0; round < rounds; round++) {
            layout.round(0.1 * (rounds - round) / rounds);
        }
        layout.fit();
        return new double[][] {layout.x, layout.y};
    }

    private void start() {
        for (int node = 0; node < x.length; node++) {
            double angle = 2 * Math.PI * node / x.length;
            // Three rings, so that neighbours in the order do not start on one line.
            double radius = 0.4 + 0.1 * (node % 3);
            x[node] = radius * StrictMath.cos(angle);
            y[node] = radius * StrictMath.sin(angle);
        }
    }

    /** Moves everybody at most a step. */
    private void round(double step) {
        double ideal = Math.sqrt(1.0 / Math.max(1, x.length));
        for (int node = 0; node < x.length; node++) {
            pushX[node] = -GRAVITY * x[node];
            pushY[node] = -GRAVITY * y[node];
        }
        repel(ideal * ideal);
        for (int edge = 0; edge < from.length; edge++) {
            double dx = x[to[edge]] - x[from[edge]];
            double dy = y[to[edge]] - y[from[edge]];
            double force = pull[edge] * Math.sqrt(dx * dx + dy * dy) / ideal;
            move(from[edge], dx * force, dy * force);
            move(to[edge], -dx * force, -dy * force);
        }
        for (int node = 0; node < x.length; node++) {
            double length = Math.sqrt(pushX[node] * pushX[node] + pushY[node] * pushY[node]);
            double scale = length > step ? step / length : 1;
            x[node] += pushX[node] * scale;
            y[node] += pushY[node] * scale;
        }
    }

    private void repel(double idealSquared) {
        for (int node = 0; node < x.length; node++) {
            double nodeX = x[node];
            double nodeY = y[node];
            double sumX = 0;
            double sumY = 0;
            for (int other = node + 1; other < x.length; other++) {
                double dx = nodeX - x[other];
                double dy = nodeY - y[other];
                // The small addition keeps two nodes at one place apart from infinity.
                double force = idealSquared / (dx * dx + dy * dy + 1e-9);
                double forceX = dx * force;
                double forceY = dy * force;
                sumX += forceX;
                sumY += forceY;
                pushX[other] -= forceX;
                pushY[other] -= forceY;
            }
            move(node, sumX, sumY);
        }
    }

    private void move(int node, double dx, double dy) {
        pushX[node] += dx;
        pushY[node] += dy;
    }

    /** Puts the middle at 0 and the farthest at 1. */
    private void fit() {
        double[] horizontal = bounds(x);
        double[] vertical = bounds(y);
        double half = Math.max(horizontal[1] - horizontal[0], vertical[1] - vertical[0]) / 2;
        double scale = half > 0 ? 1 / half : 0;
        for (int node = 0; node < x.length; node++) {
            x[node] = Math.clamp((x[node] - (horizontal[0] + horizontal[1]) / 2) * scale, -1, 1);
            y[node] = Math.clamp((y[node] - (vertical[0] + vertical[1]) / 2) * scale, -1, 1);
        }
    }

    private static double[] bounds(double[] values) {
        double low = 0;
        double high = 0;
        for (int node = 0; node < values.length; node++) {
            low = node == 0 ? values[0] : Math.min(low, values[node]);
            high = node == 0 ? values[0] : Math.max(high, values[node]);
        }
        return new double[] {low, high};
    }
}
