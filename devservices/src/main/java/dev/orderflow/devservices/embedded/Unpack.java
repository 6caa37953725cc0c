package dev.orderflow.devservices.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the {@code .txz} inside a package into a directory that appears complete or not at all. A program of its own,
 * so that no other class path needs the decompressor: {@code Unpack <package.jar> <directory>}.
 */
final class Unpack {

    private Unpack() {}

    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        Path fresh = Files.createTempDirectory(Files.createDirectories(target.getParent()), "unpack");
        try (ZipFile zip = new ZipFile(args[0])) {
            ZipEntry entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            extract(zip.getInputStream(entry), fresh);
            publish(fresh, target);
        } finally {
            Trees.delete(fresh);
        }
    }

    private static void extract(InputStream archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, directory.resolve(entry.getName()).normalize());
            }
        }
        if (!directory.toFile().setExecutable(true, false)
                || !directory.toFile().setReadable(true, false)) {
            throw new IOException(directory + " cannot be opened to other users");
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        if (executable && !path.toFile().setExecutable(true, false)) {
            throw new IOException(path + " cannot be made executable");
        }
    }

    /** Another process may have been faster; its copy is as good. */
    private static void publish(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException lostRace) {
            System.out.println(target + " was unpacked meanwhile");
        }
    }
}
