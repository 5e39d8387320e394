package org.passerelle.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.passerelle.network.TieGraph;

/** The Leiden algorithm as its authors wrote it, which ours is compared with. */
final class AuthorsLeiden {
    private AuthorsLeiden() {}

    /** The best of as many runs as the search makes, on an undirected graph with ties. */
    static int[] best(TieGraph graph, Leiden.Parameters parameters) {
        boolean modularity = parameters.quality() == Leiden.Quality.MODULARITY;
        long[] offsets = Arrays.stream(graph.offsets()).asLongStream().toArray();
        LargeIntArray neighbours = new LargeIntArray(graph.neighbours());
        LargeDoubleArray strengths = new LargeDoubleArray(graph.strengths());
        // Masses are the totals of strength for modularity, and 1 for the constant Potts model.
        Network network = modularity
                ? new Network(graph.people(), true, offsets, neighbours, strengths, false)
                : new Network(graph.people(), false, offsets, neighbours, strengths, false);
        double resolution =
                modularity ? parameters.resolution() / (2 * network.getTotalEdgeWeight()) : parameters.resolution();
        List<int[]> runs = IntStream.range(0, parameters.runs())
                .mapToObj(run -> run(network, resolution, parameters.iterationsMax(), parameters.seed() + run))
                .toList();
        return Leiden.best(graph, parameters, runs);
    }

    private static int[] run(Network network, double resolution, int iterationsMax, long seed) {
        Clustering clustering = new Clustering(network.getNNodes());
        LeidenAlgorithm algorithm =
                new LeidenAlgorithm(resolution, 1, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
        int idle = 0;
        for (int iteration = 0; iteration < iterationsMax && idle < 3; iteration++) {
            idle = algorithm.improveClustering(network, clustering) ? 0 : idle + 1;
        }
        return clustering.getClusters();
    }
}
