package org.moutracker.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * One result.
 *
 * @param ours what the service did
 * @param limit what the same work takes without the service, in the same run on the same machine
 * @param peers what was measured of other programs that do such work; benchmarks/README.md says where and how
 */
@JsonPropertyOrder({"name", "unit", "ours", "limit", "ratio", "peers"})
record Row(String name, String unit, double ours, double limit, Map<String, Double> peers) {

    /** How much of the limit is reached. */
    @JsonProperty
    double ratio() {
        return limit == 0 ? 0 : Math.round(1000 * ours / limit) / 1000.0;
    }
}
