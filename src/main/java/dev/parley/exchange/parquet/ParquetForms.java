package dev.parley.exchange.parquet;

import dev.parley.exchange.Form;
import dev.parley.exchange.FormFamily;
import java.util.List;
import org.springframework.stereotype.Component;

/** Parquet, alone and in a dataset folder. */
@Component
public class ParquetForms implements FormFamily {

    @Override
    public List<Form> forms() {
        return List.of(new ParquetForm(), new HuggingFaceForm());
    }
}
