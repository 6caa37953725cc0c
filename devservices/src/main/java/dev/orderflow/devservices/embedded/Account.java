package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom Postgres runs, since it refuses to run as root. {@code SELF} where this user is not root; else
 * {@code NAMESPACE}, a user namespace in which root has no name but still owns its files; else {@code NOBODY}, where
 * namespaces are switched off.
 */
enum Account {
    SELF(List.of()),
    NAMESPACE(List.of("unshare", "--user")),
    NOBODY(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));

    private final List<String> prefix;

    Account(List<String> prefix) {
        this.prefix = prefix;
    }

    static Account choose() {
        if (!System.getProperty("user.name").equals("root")) {
            return SELF;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(Account::works)
                .findFirst()
                .orElseThrow(() -> new PartFailed("Postgres does not run as root, and neither unshare nor setpriv"
                        + " works here: run as another user"));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Where programs are unpacked so that this account can run them. */
    Path programs() {
        return this == NOBODY ? BinaryCache.shared() : BinaryCache.directory();
    }

    /** Hands an empty directory over to this account. */
    void own(Path directory) throws IOException {
        if (this == NOBODY) {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
    }

    private boolean works() {
        try {
            return new ProcessBuilder(command(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
