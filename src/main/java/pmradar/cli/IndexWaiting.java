package pmradar.cli;

import picocli.CommandLine.Model.CommandSpec;
import pmradar.search.IndexWatch;

/// Waits for the index: one that is being built anew would answer with a part of the postings.
final class IndexWaiting {

    private IndexWaiting() {}

    static void await(IndexWatch index, CommandSpec spec) {
        try {
            for (var state = index.state(); !state.ready(); state = index.state()) {
                spec.commandLine().getErr().printf("The index is being built: %d in 100%n", state.percent());
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
