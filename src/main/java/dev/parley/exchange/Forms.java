package dev.parley.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every form, by its format. */
@Component
public class Forms {

    private final Map<Format, Form> forms = new EnumMap<>(Format.class);

    /** @throws IllegalStateException if a format has no form, or two */
    public Forms(List<FormFamily> families) {
        families.stream().flatMap(family -> family.forms().stream()).forEach(form -> {
            if (forms.put(form.format(), form) != null) {
                throw new IllegalStateException("two forms of " + form.format());
            }
        });
        for (Format format : Format.values()) {
            if (!forms.containsKey(format)) {
                throw new IllegalStateException("no form of " + format);
            }
        }
    }

    public Form of(Format format) {
        Form form = forms.get(format);
        if (form == null) {
            throw new IllegalStateException("no form of " + format);
        }
        return form;
    }
}
