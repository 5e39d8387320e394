package org.passerelle.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a page of the web: what a reader may safely be given to follow. */
final class WebAddress {
    private static final int LENGTH_MAX = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern BRACKETED = Pattern.compile("<([^<>]*)>");

    private WebAddress() {}

    /** Whether it is an http or https address with a host: a script, a file or a path of another kind is not. */
    static boolean isOne(String address) {
        if (address.length() > LENGTH_MAX) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** The address that the header Archived-At of a mail gives (RFC 5064), null where it gives none. */
    static @Nullable String archivedAt(String header) {
        Matcher bracketed = BRACKETED.matcher(header);
        String address = (bracketed.find() ? bracketed.group(1) : header).strip();
        return isOne(address) ? address : null;
    }
}
