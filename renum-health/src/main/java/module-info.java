/** The state of a system, in one volatile read. */
module dev.renum.health {
    requires transitive dev.renum.core;
    requires transitive java.sql;
    requires jdk.unsupported;
    requires org.slf4j;

    exports dev.renum.health;
}
