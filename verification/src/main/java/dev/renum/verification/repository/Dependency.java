package dev.renum.verification.repository;

/**
 * A dependency as a pom declares it.
 *
 * @param artifact the artifact id
 * @param scope the scope, {@code compile} where the pom says nothing
 * @param isOptional whether it is marked optional
 */
public record Dependency(String artifact, String scope, boolean isOptional) {}
