package org.moutracker.benchmarks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What came of all alerts, by what the mail server has kept and what the service has written down.
 *
 * @param lost alerts that were to fire and did not, or are neither accepted nor in a state that says why not
 * @param doubled of the same (deadline, plan, step, recipient) more copies than attempts of which nobody knew whether they
 *     arrived, and one
 * @param marked the same with as many such attempts: sent again on purpose
 * @param altered messages whose copies differ in a byte
 */
record FaultsTally(
        int alerts, int arrived, Map<String, Integer> states, int lost, int doubled, int marked, int altered) {

    /**
     * An alert and its message, as the service has written them down.
     *
     * @param key deadline, plan, step and recipient
     * @param unknown attempts of which nobody knows whether they arrived
     */
    record Written(String key, String delivery, String state, String because, boolean waits, int unknown) {

        /** Whether it is neither accepted nor in a state that says why not; or accepted by nobody. */
        boolean isLost(int copies) {
            return switch (state) {
                case "ACCEPTED" -> copies == 0;
                case "CLOSED" -> false;
                case "UNCERTAIN" -> waits;
                default -> true;
            };
        }
    }

    static FaultsTally of(List<Written> written, Map<String, List<String>> kept, int expected) {
        var states = new HashMap<String, Integer>();
        var copies = new HashMap<String, Integer>();
        var unknown = new HashMap<String, Integer>();
        var arrived = 0;
        var lost = Math.abs(expected - written.size());
        for (var alert : written) {
            var arrivals = kept.getOrDefault(alert.delivery(), List.of()).size();
            copies.merge(alert.key(), arrivals, Integer::sum);
            unknown.merge(alert.key(), alert.unknown(), Integer::sum);
            states.merge((alert.state() + " " + alert.because()).strip(), 1, Integer::sum);
            arrived += arrivals == 0 ? 0 : 1;
            lost += alert.isLost(arrivals) ? 1 : 0;
        }
        var twice = copies.entrySet().stream()
                .filter(copied -> copied.getValue() > 1)
                .toList();
        var doubled = (int) twice.stream()
                .filter(copied -> copied.getValue() > 1 + unknown.getOrDefault(copied.getKey(), 0))
                .count();
        var altered = (int) kept.values().stream()
                .filter(same -> new HashSet<>(same).size() > 1)
                .count();
        return new FaultsTally(
                written.size(), arrived, Map.copyOf(states), lost, doubled, twice.size() - doubled, altered);
    }

    boolean isClean() {
        return lost == 0 && doubled == 0 && altered == 0;
    }

    String table() {
        var table = new StringBuilder("%-22s %,8d%n%-22s %,8d%n".formatted("alerts", alerts, "arrived", arrived));
        states.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(state -> table.append("  %-20s %,8d%n".formatted(state.getKey(), state.getValue())));
        return table.append("%-22s %,8d%n".formatted("lost", lost))
                .append("%-22s %,8d%n".formatted("doubled", doubled))
                .append("%-22s %,8d%n".formatted("doubled and marked", marked))
                .append("%-22s %,8d%n".formatted("altered", altered))
                .toString();
    }
}
