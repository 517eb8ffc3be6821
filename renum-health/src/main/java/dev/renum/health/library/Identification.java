package dev.renum.health.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which library an archive is, and which others it holds. */
final class Identification {
    private final ArchiveFacts facts;
    private final FileName file;
    private final ManifestFacts manifest;

    private Identification(ArchiveFacts facts) {
        this.facts = facts;
        this.file = FileName.of(facts.fileName());
        this.manifest = facts.manifest();
    }

    /** The library itself first, then what it holds. */
    static List<Library> of(ArchiveFacts facts) {
        return new Identification(facts).libraries();
    }

    /** What the classes of a directory belong to; nothing else tells it. */
    static Library inDirectory(Pom pom, ArchiveFacts facts) {
        Set<Evidence> evidence = EnumSet.of(Evidence.POM_PROPERTIES);
        return new Library(pom.group(), pom.name(), pom.version(), evidence, facts.location(), false);
    }

    private List<Library> libraries() {
        Pom own = own().orElse(null);
        List<Library> libraries = new ArrayList<>();
        libraries.add(own == null ? withoutPom() : withPom(own));
        facts.poms().stream()
                .filter(pom -> !pom.equals(own))
                .map(pom -> part(pom, own != null || facts.poms().size() == 1))
                .distinct()
                .forEach(libraries::add);
        return libraries;
    }

    /** A part of another library may be the only one that brings a {@code pom.properties}, so that one alone proves nothing. */
    private Optional<Pom> own() {
        List<Pom> poms = facts.poms();
        Optional<Pom> byName = poms.stream()
                .filter(pom -> file.isOf(pom.name()))
                .max(Comparator.comparingInt(pom -> pom.name().length()));
        return byName.isPresent() || poms.size() != 1
                ? byName
                : poms.stream().filter(this::isOwn).findFirst();
    }

    private boolean isOwn(Pom only) {
        String version = file.version();
        return !isFat()
                && (version == null || SameVersion.begins(only.version(), version) || manifest.names(only.name()));
    }

    private Library withPom(Pom pom) {
        Set<Evidence> evidence = EnumSet.of(Evidence.POM_PROPERTIES);
        if (manifest.versions().stream().anyMatch(version -> agree(version, pom.version()))) {
            evidence.add(Evidence.MANIFEST);
        }
        if (file.isOf(pom.name()) && file.stem().length() > pom.name().length() && fileHas(pom)) {
            evidence.add(Evidence.FILE_NAME);
        }
        return new Library(pom.group(), pom.name(), pom.version(), evidence, facts.location(), false);
    }

    private boolean fileHas(Pom pom) {
        return SameVersion.begins(
                pom.version(), file.stem().substring(pom.name().length() + 1));
    }

    /** A library may have renamed its parts; an archive that is no library itself is a whole application, whose parts are as they were. */
    private Library part(Pom pom, boolean isShaded) {
        Set<Evidence> evidence = EnumSet.of(Evidence.POM_PROPERTIES);
        return new Library(pom.group(), pom.name(), pom.version(), evidence, facts.location(), isShaded);
    }

    private Library withoutPom() {
        String inName = file.version();
        if (inName == null) {
            return unversioned();
        }
        String inManifest = manifest.versions().stream()
                .filter(version -> agree(version, inName))
                .findFirst()
                .orElse(null);
        return inManifest == null
                ? library(inName, EnumSet.of(Evidence.FILE_NAME))
                : library(shorter(inName, inManifest), EnumSet.of(Evidence.FILE_NAME, Evidence.MANIFEST));
    }

    /** The name of the file tells no version; the manifest does, if it is not one that a fat jar has taken over. */
    private Library unversioned() {
        boolean isBelieved = !isFat() && !manifest.versions().isEmpty();
        return isBelieved
                ? library(manifest.versions().get(0), EnumSet.of(Evidence.MANIFEST))
                : library(null, EnumSet.of(Evidence.FILE_NAME));
    }

    private Library library(@Nullable String version, Set<Evidence> evidence) {
        String group = isFat() ? null : manifest.vendorId();
        return new Library(group, file.name(), version, evidence, facts.location(), false);
    }

    private boolean isFat() {
        return facts.poms().size() > 1 || !facts.nested().isEmpty();
    }

    private static boolean agree(String a, String b) {
        return SameVersion.begins(a, b) || SameVersion.begins(b, a);
    }

    /** Without the classifier that the name of a file adds, or the time that a bundle adds; as the file spells it, if both are the same. */
    private static String shorter(String inName, String inManifest) {
        return SameVersion.begins(inName, inManifest) ? inName : inManifest;
    }
}
