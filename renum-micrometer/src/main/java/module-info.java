/** Shows the figures of Renum's modules to Micrometer. */
module dev.renum.micrometer {
    requires transitive dev.renum.core;
    requires transitive micrometer.core;
    requires org.jspecify;
    requires org.slf4j;

    exports dev.renum.micrometer;
}
