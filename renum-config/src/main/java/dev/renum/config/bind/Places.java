package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where in the sources of one load something stands or belongs. Safe for use by many threads. */
final class Places {
    private static final Comparator<Entry> FROM_THE_START = Comparator.comparingInt(
                    (Entry entry) -> -entry.keyOrigin().ordinal())
            .thenComparingInt(entry -> entry.keyOrigin().line())
            .thenComparingInt(entry -> entry.keyOrigin().column());

    private final RankedSources sources;

    /** The places in {@code sources}. */
    Places(RankedSources sources) {
        this.sources = sources;
    }

    /** Of what sets one of {@code keys} below {@code prefix}, that which stands first in the strongest source; {@code null} if nothing does. */
    @Nullable
    Entry first(Keys keys, String prefix) {
        Stream<String> named = keys.named().stream().filter(key -> Names.isBelow(key, prefix));
        Stream<String> written = sources.keysBelow(prefix).stream().filter(keys::contains);
        return Stream.concat(named, written)
                .map(sources::entry)
                .filter(Objects::nonNull)
                .min(FROM_THE_START)
                .orElse(null);
    }

    /** Where a value for {@code key} belongs: at its nearest present parent, else at the top of a file; {@code null} without files. */
    @Nullable
    Origin missing(String key) {
        for (String parent = Layer.parent(key); !parent.isEmpty(); parent = Layer.parent(parent)) {
            for (Layer file : sources.files()) {
                Origin place = file.placeOf(parent);
                if (place != null) {
                    return place;
                }
            }
        }
        return sources.files().isEmpty()
                ? null
                : sources.files().get(0).origin().at(1, 1);
    }

    /** Where {@code key}, or else what is below it, stands, or else where it belongs; {@code otherwise} without files. */
    Origin of(String key, Origin otherwise) {
        List<Origin> origins = sources.origins(key);
        Origin place = origins.isEmpty() ? missing(key + ".") : origins.get(0);
        return place == null ? otherwise : place;
    }
}
