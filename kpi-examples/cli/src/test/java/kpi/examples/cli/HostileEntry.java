package kpi.examples.cli;

import java.io.IOException;

/** One entry of a hostile corpus, ready to be asked in a thread of its own. */
record HostileEntry(String set, String id, Asking asking) {
    /** Asks the library; whatever is thrown is a finding. */
    interface Asking {
        HostileAnswer ask() throws IOException;
    }
}
