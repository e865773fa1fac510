package org.moutracker.benchmarks;

import java.util.List;

/** Measures one thing of a product that was started for it alone. */
@FunctionalInterface
interface Benchmark {

    List<Row> measure(Product product) throws Exception;
}
