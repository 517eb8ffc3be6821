/** The neutral half of HTTP: routes that carry their documentation, filters, problems, and adapters for servers. */
module dev.renum.http {
    requires transitive dev.renum.core;
    requires transitive jdk.httpserver;
    requires org.slf4j;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports dev.renum.http;
}
