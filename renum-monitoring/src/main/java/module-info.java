/** What Renum itself serves: the state of the system over HTTP. */
module dev.renum.monitoring {
    requires transitive dev.renum.core;
    requires transitive dev.renum.health;
    requires transitive dev.renum.http;
    requires jdk.httpserver;
    requires org.slf4j;
    requires tools.jackson.core;

    exports dev.renum.monitoring;
}
