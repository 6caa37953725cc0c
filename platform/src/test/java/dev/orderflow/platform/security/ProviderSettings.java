package dev.orderflow.platform.security;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What docs/security.md tells operators to configure for a provider, so that the page is what is tested. */
final class ProviderSettings {

    private static final Path PAGE = Path.of("../docs/security.md");
    private static final String BLOCK = "```properties\n";

    private ProviderSettings() {}

    static Map<String, String> of(String provider) {
        try {
            var page = Files.readString(PAGE);
            int begin = page.indexOf(BLOCK, page.indexOf("#### " + provider + "\n")) + BLOCK.length();
            var settings = new Properties();
            settings.load(new StringReader(page.substring(begin, page.indexOf("```", begin))));
            return settings.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, settings::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
