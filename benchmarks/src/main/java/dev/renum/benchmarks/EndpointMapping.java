package dev.renum.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** {@link Endpoint} as SmallRye Config maps it, component by component; public because SmallRye generates its implementation. */
public interface EndpointMapping {
    /** See {@link Endpoint}. */
    URI url();

    /** See {@link Endpoint}. */
    String username();

    /** See {@link Endpoint}. */
    Mode mode();

    /** See {@link Endpoint}. */
    boolean enabled();

    /** See {@link Endpoint}. */
    Duration timeout();

    /** See {@link Endpoint}. */
    Duration idleTimeout();

    /** See {@link Endpoint}. */
    int maximumSize();

    /** See {@link Endpoint}. */
    long maximumBytes();

    /** See {@link Endpoint}. */
    double weight();

    /** See {@link Endpoint}. */
    List<String> tags();

    /** The one of {@link Endpoint}, which is not public. */
    enum Mode {
        /** Only questions. */
        READ_ONLY,
        /** Changes too. */
        READ_WRITE
    }

    /** A section of {@link Sections} with fifty settings. */
    interface Five extends One {
        /** See {@link Sections}. */
        EndpointMapping cache();

        /** See {@link Sections}. */
        EndpointMapping queue();

        /** See {@link Sections}. */
        EndpointMapping store();

        /** See {@link Sections}. */
        EndpointMapping partner();
    }

    /** The section of {@link Sections} with ten settings. */
    interface One {
        /** See {@link Sections}. */
        EndpointMapping database();
    }
}
