/** Typed configuration that reports every problem with its place. */
module dev.renum.config {
    requires transitive dev.renum.core;
    requires io.smallrye.common.expression;
    requires io.smallrye.config;
    // At run time too: its @Nullable says which settings may be absent.
    requires org.jspecify;
    requires org.slf4j;
    requires tools.jackson.core;
    requires static org.snakeyaml.engine;

    exports dev.renum.config;
    exports dev.renum.config.report;
}
