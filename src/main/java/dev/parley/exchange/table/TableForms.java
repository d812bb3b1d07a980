package dev.parley.exchange.table;

import dev.parley.exchange.Form;
import dev.parley.exchange.FormFamily;
import dev.parley.exchange.Format;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tables of claims and of the registry. */
@Component
public class TableForms implements FormFamily {

    @Override
    public List<Form> forms() {
        return List.of(new CsvForm(Format.CSV), new CsvForm(Format.CSV_REGISTRY), new XlsxForm());
    }
}
