package org.passerelle.packing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Visibility;

/** The few origins that the ties of a block share; a tie names one by its position. */
final class OriginTable {
    private OriginTable() {}

    /** The distinct ones, in their order. */
    static List<TieOrigin> of(Collection<TieOrigin> origins) {
        return List.copyOf(new TreeSet<>(origins));
    }

    static void write(ByteSink sink, List<TieOrigin> origins) {
        sink.number(origins.size());
        for (TieOrigin origin : origins) {
            sink.text(origin.kind().name());
            sink.text(origin.channel());
            sink.text(origin.visibility().name());
            sink.text(origin.source());
        }
    }

    static List<TieOrigin> read(ByteSource source) {
        int size = source.count();
        List<TieOrigin> origins = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            origins.add(new TieOrigin(
                    TieKind.valueOf(source.text()), source.text(), Visibility.valueOf(source.text()), source.text()));
        }
        return origins;
    }
}
