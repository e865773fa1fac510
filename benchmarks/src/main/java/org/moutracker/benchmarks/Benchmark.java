package org.moutracker.benchmarks;

import java.util.List;

/** Measures one thing of a product that was started for it alone. */
@FunctionalInterface
interface Benchmark {

    List<Row> measure(Product product) throws Exception;

    /** This one with what was asked for beside its name; most take nothing. */
    default Benchmark with(Arguments arguments) {
        return this;
    }
}
