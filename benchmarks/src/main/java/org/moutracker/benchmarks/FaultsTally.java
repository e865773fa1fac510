package org.moutracker.benchmarks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What came of all alerts, by what the mail server has kept and what the service has written down.
 *
 * @param kills how often the service was killed meanwhile
 * @param lost alerts that were to fire and did not, or are neither accepted nor in a state that says why not
 * @param doubled of the same (deadline, plan, step, recipient) more copies than attempts of which nobody knew whether they
 *     arrived, and one
 * @param marked the same with as many such attempts: sent again on purpose
 * @param altered messages whose copies differ in a byte
 * @param strange messages that nobody has written down
 */
record FaultsTally(
        int kills,
        int alerts,
        int arrived,
        Map<String, Integer> states,
        int lost,
        int doubled,
        int marked,
        int altered,
        int strange) {

    // Beyond that even what matters most is not repeated without knowing whether it arrived.
    private static final int MOST_UNCERTAIN = 3;
    private static final String REFUSED = "REFUSED";

    /**
     * An alert and its message, as the service has written them down.
     *
     * @param key deadline, plan, step and recipient
     * @param waits whether it is to be tried again
     * @param repeats whether it is to be sent again when nobody knows if it arrived
     * @param unknown attempts of which nobody knows whether they arrived
     * @param refused attempts that the mail server has refused for ever
     */
    record Written(
            String key,
            String delivery,
            String state,
            String because,
            boolean waits,
            boolean repeats,
            int attempts,
            int unknown,
            int refused) {

        /** Whether it is neither accepted nor in a state that says why not, or says so wrongly. */
        boolean isLost(int copies) {
            return waits
                    || switch (state) {
                        case "ACCEPTED" -> copies == 0;
                        // Nothing here is cancelled, expires, or is tried as often as "later" is believed.
                        case "CLOSED" -> !because.equals(REFUSED) || refused == 0;
                        case "UNCERTAIN" -> unknown == 0 || (repeats && attempts <= MOST_UNCERTAIN);
                        default -> true;
                    };
        }
    }

    /**
     * Compares the two.
     *
     * @param kept by the id of a message, each copy of it that the mail server has kept
     * @param refusals how often the mail server has refused a message for ever
     */
    static FaultsTally of(
            int kills, List<Written> written, int expected, Map<String, List<String>> kept, long refusals) {
        var states = new HashMap<String, Integer>();
        var copies = new HashMap<String, Integer>();
        var unknown = new HashMap<String, Integer>();
        var strange = new HashSet<>(kept.keySet());
        var arrived = 0;
        var refused = 0L;
        var lost = Math.abs(expected - written.size());
        for (var alert : written) {
            var arrivals = kept.getOrDefault(alert.delivery(), List.of()).size();
            strange.remove(alert.delivery());
            copies.merge(alert.key(), arrivals, Integer::sum);
            unknown.merge(alert.key(), alert.unknown(), Integer::sum);
            states.merge((alert.state() + " " + alert.because()).strip(), 1, Integer::sum);
            arrived += arrivals == 0 ? 0 : 1;
            refused += alert.because().equals(REFUSED) ? 1 : 0;
            lost += alert.isLost(arrivals) ? 1 : 0;
        }
        lost += (int) Math.max(0, refused - refusals);
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
                kills,
                written.size(),
                arrived,
                Map.copyOf(states),
                lost,
                doubled,
                twice.size() - doubled,
                altered,
                strange.size());
    }

    boolean isClean() {
        return lost == 0 && doubled == 0 && altered == 0 && strange == 0;
    }

    String table() {
        var table = new StringBuilder(line("kills", kills) + line("alerts", alerts) + line("arrived", arrived));
        states.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(state -> table.append(line("  " + state.getKey(), state.getValue())));
        return table.append(line("lost", lost))
                .append(line("doubled", doubled))
                .append(line("doubled and marked", marked))
                .append(line("altered", altered))
                .append(line("strange", strange))
                .toString();
    }

    private static String line(String what, int many) {
        return "%-22s %,8d%n".formatted(what, many);
    }
}
