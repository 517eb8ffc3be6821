/** Contracts that Renum's modules share; no services, no dependency but JSpecify's annotations. */
module dev.renum.core {
    requires static transitive org.jspecify;

    exports dev.renum.core;
    exports dev.renum.core.health;
    exports dev.renum.core.settings;
}
