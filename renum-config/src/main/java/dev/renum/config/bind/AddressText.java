package dev.renum.config.bind;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as people write them: {@code db.example.org:5432}, {@code [::1]:80}. No name is looked up. */
final class AddressText {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+(?:%[\\w.-]+)?)]|([^\\s:/\\[\\]@]+)):(\\d{1,5})");
    private static final int MAX_PORT = 65_535;

    private AddressText() {}

    /** The address, unresolved: who connects looks the name up, at that moment. */
    static InetSocketAddress parse(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            throw new ConversionException(
                    "is not host:port", "write a host and a port, such as localhost:8080 or [::1]:8080");
        }
        int port = Integer.parseInt(address.group(3));
        if (port > MAX_PORT) {
            throw new ConversionException("has a port above " + MAX_PORT, "use a port from 0 to " + MAX_PORT);
        }
        String host = address.group(1) == null ? address.group(2) : address.group(1);
        return InetSocketAddress.createUnresolved(host, port);
    }
}
