package dev.parley.exchange.foreign;

import dev.parley.exchange.Form;
import dev.parley.exchange.FormFamily;
import dev.parley.exchange.Format;
import java.util.List;
import org.springframework.stereotype.Component;

/** The formats of other tools. */
@Component
public class ForeignForms implements FormFamily {

    @Override
    public List<Form> forms() {
        return List.of(
                new LabelStudioForm(),
                new DoccanoForm(Format.DOCCANO),
                new DoccanoForm(Format.DOCCANO_RELATIONS),
                new ProdigyForm(),
                new BratForm(),
                new WebAnnoTsvForm(),
                new CasForm(Format.XMI),
                new CasForm(Format.CAS_JSON),
                new WebAnnotationForm());
    }
}
