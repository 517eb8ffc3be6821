package dev.renum.core;

/**
 * A stable code under which a finding is documented, such as {@code RNM-CFG-012}.
 *
 * <p>Each module declares its codes as one enum that implements this interface. A code, once published, never changes its
 * meaning; {@code docs/troubleshooting.md} explains each with cause and cure.
 */
public interface FindingCode {
    /** The code as printed and documented: {@code RNM-}, three letters for the module, three digits; for rules {@code SEC-}, {@code HA-} or {@code DR-} and three digits. */
    String id();

    /** How much a finding of this code matters where nothing more is known. */
    Severity severity();
}
