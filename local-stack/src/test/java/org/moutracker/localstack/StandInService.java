package org.moutracker.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a service where only its being a process matters: it says that it is ready. */
final class StandInService {
    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        for (var variable : new String[] {"QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT"}) {
            var port = Integer.parseInt(System.getenv(variable));
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }
    }

    /** Packs this class where the jar of a service is expected. */
    static void packAs(Path jar) throws IOException {
        Files.createDirectories(jar.toAbsolutePath().getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        var name = StandInService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = StandInService.class.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            out.write(code == null ? new byte[0] : code.readAllBytes());
            out.closeEntry();
        }
    }
}
