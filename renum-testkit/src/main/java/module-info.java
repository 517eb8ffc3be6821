/** Real servers, a proxy that injects faults, and fakes for tests of back ends. */
module dev.renum.testkit {
    requires static transitive org.jspecify;
    requires transitive dev.renum.core;
    requires transitive java.sql;
    requires org.apache.commons.compress;
    requires org.slf4j;
    requires org.tukaani.xz;
    requires static org.opentest4j;

    exports dev.renum.testkit;
}
