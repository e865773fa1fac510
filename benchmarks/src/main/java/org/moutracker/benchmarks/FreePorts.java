package org.moutracker.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port offset at which nothing listens, so that a running product is not disturbed. */
final class FreePorts {
    private static final List<Integer> USUAL =
            List.of(1_025, 8_025, 8_081, 8_082, 8_083, 9_081, 9_082, 9_083, 15_432, 19_092, 19_093);

    // So that all stay below the range from which systems take the ports of outgoing connections.
    private static final int HIGHEST_OFFSET = 12_000;

    private FreePorts() {}

    static int offset() throws IOException {
        for (var tries = 0; tries < 100; tries++) {
            var offset = ThreadLocalRandom.current().nextInt(100, HIGHEST_OFFSET);
            if (USUAL.stream().allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new IOException("No free ports were found");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
