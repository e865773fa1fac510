package org.moutracker.platform.limit;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** By what a client without a valid token is told from others. */
final class ClientAddress {

    // What is given to one customer: he has as many addresses in it as he likes.
    private static final int IPV6_NETWORK = 8;

    private ClientAddress() {}

    /** Of whom a proxy speaks for, where quarkus.http.proxy lets it say so; else whose connection it is. */
    static String of(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        return peer == null || peer.hostAddress() == null ? "" : network(peer.hostAddress());
    }

    static String network(String address) {
        try {
            // Nothing is asked of a name server: it is an address, if it has a colon.
            return address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_NETWORK))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
