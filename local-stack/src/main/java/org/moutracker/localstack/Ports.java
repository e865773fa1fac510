package org.moutracker.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Where PostgreSQL, Kafka and the mail server listen; loopback only. */
record Ports(int postgres, int kafka, int kafkaController, int smtp, int mailbox, int imap) {
    /** Below the range from which systems take the ports of outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    static Ports standard(int offset) {
        return new Ports(
                15_432 + offset, 19_092 + offset, 19_093 + offset, 1_025 + offset, 8_025 + offset, 1_143 + offset);
    }

    /** Free a moment ago; whoever starts on them must be ready to try others. */
    static Ports free() {
        var free = new LinkedHashSet<Integer>();
        while (free.size() < 6) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                free.add(port);
            }
        }
        var ports = free.iterator();
        return new Ports(ports.next(), ports.next(), ports.next(), ports.next(), ports.next(), ports.next());
    }

    Map<Integer, String> byName() {
        var names = new LinkedHashMap<Integer, String>();
        names.put(postgres, "PostgreSQL");
        names.put(kafka, "Kafka");
        names.put(kafkaController, "Kafka's controller");
        names.put(smtp, "SMTP");
        names.put(mailbox, "mailbox page");
        names.put(imap, "IMAP");
        return names;
    }

    /** Unlike {@link #isFree} it never takes the port from somebody who is about to listen there. */
    static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
