package dev.parley.exchange.parquet;

import dev.parley.project.Licence;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A licence as a dataset card has it: the hub knows some by a word of its own, others are {@code other} with name and
 * address.
 */
record CardLicence(@Nullable Licence licence) {

    /** The hub's word, by SPDX identifier, where it is not the identifier in small letters. */
    private static final Map<String, String> WORDS = Map.of(
            "ODbL-1.0", "odbl",
            "ODC-By-1.0", "odc-by",
            "PDDL-1.0", "pddl",
            "GPL-3.0-only", "gpl-3.0",
            "GPL-3.0-or-later", "gpl-3.0",
            "AGPL-3.0-only", "agpl-3.0",
            "LGPL-3.0-only", "lgpl-3.0");

    private static final String SMALL_LETTERS = "CC0-1\\.0|CC-BY(-NC)?(-SA|-ND)?-[234]\\.0|Apache-2\\.0|MIT";

    /** The lines of the header. */
    String header() {
        Licence known = licence;
        if (known == null) {
            return "license: unknown";
        }
        String spdx = known.spdx();
        String word = spdx == null
                ? null
                : WORDS.getOrDefault(spdx, spdx.matches(SMALL_LETTERS) ? spdx.toLowerCase(Locale.ROOT) : null);
        if (word != null) {
            return "license: " + word;
        }
        String other = "license: other\nlicense_name: " + DatasetCard.quoted(known.title());
        return known.url() == null ? other : other + "\nlicense_link: " + DatasetCard.quoted(known.url());
    }

    /** For people. */
    String sentence() {
        Licence known = licence;
        if (known == null) {
            return "not stated; ask those who run the project, the texts may be under copyright";
        }
        String title = DatasetCard.oneLine(known.title()).replace("|", "\\|");
        return known.url() == null ? title : "[%s](%s)".formatted(title, known.url());
    }
}
