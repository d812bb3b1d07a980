package dev.parley.exchange.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.project.Licence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardLicenceTests {

    @ParameterizedTest
    @CsvSource({"CC-BY-NC-SA-4.0,cc-by-nc-sa-4.0", "CC0-1.0,cc0-1.0", "MIT,mit", "ODbL-1.0,odbl", "GPL-3.0-only,gpl-3.0"
    })
    void isTheWordOfTheHubWhereThereIsOne(String spdx, String word) {
        assertThat(new CardLicence(new Licence(spdx, null, null)).header()).isEqualTo("license: " + word);
    }

    @Test
    void isOtherWithNameAndAddressElse() {
        CardLicence own =
                new CardLicence(new Licence(null, "Harbour \"press\" terms", "https://harbour.example/terms"));

        assertThat(own.header())
                .isEqualTo(
                        "license: other\nlicense_name: \"Harbour \\\"press\\\" terms\"\nlicense_link: \"https://harbour.example/terms\"");
        assertThat(own.sentence()).isEqualTo("[Harbour \"press\" terms](https://harbour.example/terms)");
        assertThat(new CardLicence(new Licence("EUPL-1.2", null, null)).header())
                .isEqualTo("license: other\nlicense_name: \"EUPL-1.2\"");
    }

    @Test
    void saysThatNobodySaid() {
        assertThat(new CardLicence(null).header()).isEqualTo("license: unknown");
        assertThat(new CardLicence(null).sentence()).startsWith("not stated");
    }
}
