/** A host that runs on the module path, as few do and as all should be able to. */
module dev.renum.verification.host {
    requires dev.renum.config;
    requires dev.renum.core;
    requires dev.renum.health;
    requires dev.renum.http;
    requires dev.renum.monitoring;

    opens dev.renum.verification.host to
            dev.renum.config;
}
