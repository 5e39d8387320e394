package org.passerelle.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.passerelle.store.GraphHash;
import org.passerelle.store.Store;
import org.passerelle.store.StoreVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code verify}: checks the graph; prints its hash, or a list of faults. */
@Command(name = "verify", description = "Checks the graph and prints its hash.", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Override
    public Integer call() {
        try (Store store = options.open("verify")) {
            List<String> faults = StoreVerification.faults(store);
            if (faults.isEmpty()) {
                System.out.println("No fault. Graph hash " + GraphHash.of(store));
                return PasserelleCommand.DONE;
            }
            faults.forEach(System.out::println);
            return PasserelleCommand.FAILED;
        }
    }
}
