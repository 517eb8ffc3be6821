/** Typed configuration that reports every problem with its place. */
module dev.renum.config {
    requires transitive dev.renum.core;
    requires io.smallrye.common.expression;
    requires io.smallrye.config;
    requires org.jspecify;
    requires org.slf4j;
    requires tools.jackson.core;
    requires static org.snakeyaml.engine;

    exports dev.renum.config;
    exports dev.renum.config.report;
}
