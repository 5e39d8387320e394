package org.passerelle.privacy;

import java.nio.file.Path;
import org.passerelle.network.Disclosures;
import org.passerelle.privacy.Readers.Access;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules as configured: {@code passerelle.open}, {@code passerelle.home}, {@code passerelle.group-floor}. */
@Configuration(proxyBeanMethods = false)
class PrivacyBeans {
    @Bean
    Readers readers(@Value("${passerelle.open:false}") boolean open) {
        return new Readers(open ? Access.OPEN : Access.SIGNED_IN);
    }

    @Bean
    SigningKey signingKey(@Value("${passerelle.home:}") String home) {
        return home.isBlank() ? SigningKey.random() : SigningKey.kept(Path.of(home, "keys", "signing.key"));
    }

    @Bean
    Names names(SigningKey key, ObjectProvider<Disclosures> disclosures) {
        // Without a store nobody can have agreed.
        return new Names(key, (fromId, personId) -> {
            Disclosures kept = disclosures.getIfAvailable();
            return kept != null && kept.agreed(fromId, personId);
        });
    }

    @Bean
    GroupFloor groupFloor(@Value("${passerelle.group-floor:10}") int people) {
        return new GroupFloor(people);
    }
}
