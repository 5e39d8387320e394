package org.passerelle.cli;

import org.passerelle.ingest.UnusableInput;
import org.passerelle.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Errors as an operator reads them: one line that says what to do; the stack only where nobody expected it. */
final class PlainErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof UnusableInput) {
            System.err.println("passerelle: " + failure.getMessage());
            return PasserelleCommand.WRONG_ARGUMENTS;
        }
        if (expected(failure)) {
            System.err.println("passerelle: " + failure.getMessage());
        } else {
            System.err.println("passerelle: this should not happen; please report it with the lines below");
            failure.printStackTrace(System.err);
        }
        return PasserelleCommand.FAILED;
    }

    private static boolean expected(Exception failure) {
        return failure instanceof org.passerelle.store.StoreInUse
                || Store.isRefusal(failure)
                || failure instanceof IllegalStateException
                || failure instanceof java.io.UncheckedIOException;
    }
}
