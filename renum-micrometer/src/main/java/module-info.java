/** The figures of Renum's modules, and of whatever else is monitored, as meters of Micrometer. */
module dev.renum.micrometer {
    requires transitive dev.renum.core;
    requires transitive micrometer.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.renum.micrometer;
}
