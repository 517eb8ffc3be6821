/** The state of a system, in one volatile read; what it stands on; and who is told when it changes. */
module dev.renum.health {
    requires transitive dev.renum.core;
    requires transitive java.sql;
    requires java.management;
    requires jdk.management;
    requires jdk.unsupported;
    requires HdrHistogram;
    requires java.net.http;
    requires org.apache.maven.resolver;
    requires org.apache.maven.resolver.util;
    requires org.slf4j;
    requires tools.jackson.core;
    requires static com.github.oshi.common;
    requires static jakarta.mail;

    exports dev.renum.health;
    exports dev.renum.health.alert;
    exports dev.renum.health.check;
    exports dev.renum.health.dependency;
    exports dev.renum.health.metric;
    exports dev.renum.health.notify;
    exports dev.renum.health.request;
}
