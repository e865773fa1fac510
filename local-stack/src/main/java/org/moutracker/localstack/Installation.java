package org.moutracker.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The built source tree that the processes run from. */
record Installation(Path root) {

    /** The tree that holds the working folder, or the one that the build names. */
    static Installation find() {
        var named = Optional.ofNullable(System.getProperty("mou.root")).map(Path::of);
        return named.or(() -> Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .filter(path -> Files.isDirectory(path.resolve("local-stack")))
                        .findFirst())
                .map(Installation::new)
                .orElseThrow(() -> new IllegalStateException(
                        "The root of MoU Tracker's source tree was not found: set -Dmou.root=FOLDER"));
    }

    /**
     * A command that runs one of our main classes in a JVM of its own. Its first run leaves an archive of the classes
     * that it loaded, with which later ones start in half the time.
     */
    List<String> java(Class<?> main, List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(javaExecutable());
        command.addAll(options);
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + archives().resolve(main.getSimpleName() + ".jsa"));
        // An archive that does not fit any more is made anew, and nobody needs to hear of it.
        command.add("-Xlog:cds=off,cds+dynamic=off,aot=off");
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private Path archives() {
        var folder = target().resolve("cds");
        try {
            Files.createDirectories(folder);
        } catch (IOException notOurs) {
            // Without an archive everything starts as well, only later.
        }
        return folder;
    }

    static String javaExecutable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    Path topics() {
        return root.resolve("events").resolve("topics.properties");
    }

    Path target() {
        return root.resolve("local-stack").resolve("target");
    }

    private String classPath() {
        if (!Files.isDirectory(target().resolve("lib"))) {
            throw new IllegalStateException(
                    "%s is missing: build the module local-stack first".formatted(target().resolve("lib")));
        }
        return target().resolve("lib") + File.separator + "*";
    }
}
