package org.passerelle.cli;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.passerelle.measure.SecondOpinion;
import org.passerelle.measure.SecondOpinion.Opinion;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.passerelle.store.GraphHash;
import org.passerelle.store.SnapshotReader;
import org.passerelle.store.Store;
import org.passerelle.store.StoreVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code verify}: checks the graph; prints its hash, or a list of faults. With {@code --measures}, the kernels too are
 * checked on the network that was loaded, by JGraphT's own algorithms.
 */
@Command(name = "verify", description = "Checks the graph and prints its hash.", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(
            names = "--measures",
            description = "Also computes measures of this network by JGraphT's own algorithms, and compares.")
    private boolean measures;

    @Override
    public Integer call() {
        try (Store store = options.open("verify")) {
            List<String> faults = StoreVerification.faults(store);
            if (faults.isEmpty()) {
                System.out.println("No fault. Graph hash " + GraphHash.of(store));
                return measures && !agree(store) ? PasserelleCommand.FAILED : PasserelleCommand.DONE;
            }
            faults.forEach(System.out::println);
            return PasserelleCommand.FAILED;
        }
    }

    private static boolean agree(Store store) {
        NetworkSnapshot snapshot = new SnapshotReader(store, Clock.systemUTC()).snapshot();
        Window window = snapshot.extent();
        List<Opinion> opinions = SecondOpinion.compute(
                snapshot.graph(TieFilter.of(window)),
                snapshot.acquaintances(window.to(), EnumSet.complementOf(EnumSet.of(Visibility.PRIVATE))),
                snapshot.grouping(Dimension.UNIT, window.to(), 0).assignment(),
                SecondOpinion.Parameters.defaults());
        if (opinions.isEmpty()) {
            System.out.println("There is nobody yet to measure.");
        }
        for (Opinion opinion : opinions) {
            System.out.println("%s: %s by JGraphT's %s, %d compared, largest difference %.1e"
                    .formatted(
                            opinion.measure(),
                            opinion.agrees() ? "the same" : "NOT THE SAME; report this:",
                            opinion.algorithm(),
                            opinion.compared(),
                            opinion.difference()));
        }
        return opinions.stream().allMatch(Opinion::agrees);
    }
}
