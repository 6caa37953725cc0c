package dev.orderflow.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a service does with a token, without the service: the same parser and our rules, with platform's settings and some more. */
final class Verifier {

    static final Duration PAUSE = Duration.ofMillis(500);

    private static final String OURS = "META-INF/microprofile-config.properties";

    private final Map<String, String> settings;
    private final DefaultJWTParser parser;
    private final TokenRules rules;

    private Verifier(Map<String, String> settings) {
        this.settings = settings;
        this.parser = new DefaultJWTParser(info(), new IssuerKeys(issuer()));
        this.rules = new TokenRules(
                () -> Optional.of(list("orderflow.tokens.clients")).filter(clients -> !clients.isEmpty()),
                number("mp.jwt.verify.clock.skew"));
    }

    static Verifier with(Map<String, String> more) {
        var settings = platform();
        settings.putAll(more);
        return new Verifier(settings);
    }

    /** Nothing if it is refused. */
    Optional<JsonWebToken> verify(String token) {
        try {
            JsonWebToken parsed = parse(token);
            var identity =
                    QuarkusSecurityIdentity.builder().setPrincipal(parsed).build();
            rules.augment(identity, null).await().indefinitely();
            return Optional.of(parsed);
        } catch (ParseException | AuthenticationFailedException refused) {
            return Optional.empty();
        }
    }

    /** What a service's identity provider is told, before any rule of ours. */
    JsonWebToken parse(String token) throws ParseException {
        return parser.parse(token);
    }

    boolean accepts(String token) {
        return verify(token).isPresent();
    }

    private JWTAuthContextInfo info() {
        var info = new JWTAuthContextInfo();
        info.setPublicKeyLocation(text("mp.jwt.verify.publickey.location"));
        info.setIssuedBy(text("mp.jwt.verify.issuer"));
        var audiences = list("mp.jwt.verify.audiences");
        info.setExpectedAudience(audiences.isEmpty() ? null : audiences);
        info.setSignatureAlgorithm(list("mp.jwt.verify.publickey.algorithm").stream()
                .map(SignatureAlgorithm::fromAlgorithm)
                .collect(Collectors.toSet()));
        info.setClockSkew(number("mp.jwt.verify.clock.skew"));
        info.setRequiredClaims(list("smallrye.jwt.required.claims"));
        info.setRelaxVerificationKeyValidation(Boolean.parseBoolean(text("smallrye.jwt.verify.relax-key-validation")));
        info.setJwksRefreshInterval(number("smallrye.jwt.jwks.refresh-interval"));
        info.setForcedJwksRefreshInterval(number("smallrye.jwt.jwks.forced-refresh-interval"));
        info.setJwksRetainCacheOnErrorDuration(number("smallrye.jwt.jwks.retain-cache-on-error-duration"));
        info.setGroupsPath(settings.get("smallrye.jwt.path.groups"));
        return info;
    }

    private static IssuerConfig issuer() {
        return new IssuerConfig() {
            @Override
            public Duration timeout() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration pause() {
                return PAUSE;
            }
        };
    }

    private String text(String name) {
        return Optional.ofNullable(settings.get(name)).orElseThrow(() -> new AssertionError(name + " is not set"));
    }

    private int number(String name) {
        return Integer.parseInt(text(name));
    }

    private Set<String> list(String name) {
        return Arrays.stream(settings.getOrDefault(name, "").split(","))
                .filter(entry -> !entry.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, String> platform() {
        var properties = new Properties();
        try {
            for (var file : Collections.list(Verifier.class.getClassLoader().getResources(OURS))) {
                try (var text = file.openStream()) {
                    properties.load(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HashMap<>(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty)));
    }
}
