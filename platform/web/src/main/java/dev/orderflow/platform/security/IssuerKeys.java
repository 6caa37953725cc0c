package dev.orderflow.platform.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import org.jose4j.http.Get;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies tokens as the library does, but for how it asks the issuer for its keys: there is no setting for that. */
@ApplicationScoped
@Alternative
@Priority(1)
class IssuerKeys extends JWTCallerPrincipalFactory {

    private final DefaultJWTTokenParser parser;

    @Inject
    IssuerKeys(IssuerConfig config) {
        this.parser = new Parser(new IssuerCall(config.timeout(), config.pause()));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        var verified = parser.parse(token, settings);
        var type = verified.getJoseObjects().getFirst().getHeader("typ");
        return new DefaultJWTCallerPrincipal(type, verified.getJwtClaims());
    }

    /** Keeps the keys once it has found them, as the library's does. */
    private static final class Parser extends DefaultJWTTokenParser {

        private final Get issuer;
        private volatile VerificationKeyResolver keys;

        Parser(Get issuer) {
            this.issuer = issuer;
        }

        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings)
                throws UnresolvableKeyException {
            return keys == null ? found(settings) : keys;
        }

        private synchronized VerificationKeyResolver found(JWTAuthContextInfo settings)
                throws UnresolvableKeyException {
            if (keys == null) {
                keys = keysOf(settings);
            }
            return keys;
        }

        private VerificationKeyResolver keysOf(JWTAuthContextInfo settings) throws UnresolvableKeyException {
            return new KeyLocationResolver(settings) {
                @Override
                protected Get getHttpGet() {
                    return issuer;
                }
            };
        }
    }
}
