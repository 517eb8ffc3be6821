package dev.renum.core.health;

/** Which question of an orchestrator a check helps to answer. */
public enum Probe {
    /**
     * Must this process be restarted? Only for checks that look into this process; a check of another service here restarts
     * healthy processes whenever that service is away.
     */
    LIVENESS,
    /** May work be sent to this process now? */
    READINESS,
    /** Has this process finished starting? Runs until it passes once and stays up from then on. */
    STARTUP
}
