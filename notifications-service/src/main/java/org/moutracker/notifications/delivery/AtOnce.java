package org.moutracker.notifications.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Connections that send what is said at once, though nothing of what was said before was confirmed (TCP_NODELAY). */
final class AtOnce extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
        return atOnce(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return atOnce(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return atOnce(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return atOnce(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return atOnce(new Socket(host, port, from, fromPort));
    }

    private static Socket atOnce(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
