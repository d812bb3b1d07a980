package dev.parley.exchange.foreign;

import dev.parley.exchange.Article;
import dev.parley.exchange.Bundle;
import dev.parley.exchange.Feature;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.Layers;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.scheme.Scheme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** UIMA's two file formats: for each set a folder with a file per document, and beside XMI the type system it needs. */
final class CasForm implements Form {

    private static final Set<Feature> HELD =
            EnumSet.complementOf(EnumSet.of(Feature.OUTWARD_RELATIONS, Feature.SEGMENTS));

    private final Format format;

    CasForm(Format format) {
        this.format = format;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Feature.accountProject(project.source(), false, losses);
        Scheme scheme = project.source().definition();
        Bundle zip = new Bundle(out);
        if (format == Format.XMI) {
            zip.add("TypeSystem.xml", entry -> XmiWriter.writeTypes(Cas.types(scheme), entry));
        }
        try {
            project.forEachSet((article, layers) -> {
                Feature.account(HELD, article, layers, losses);
                Cas cas = cas(project, scheme, article, layers, losses);
                String name =
                        FileNames.of(project.nameOf(layers), article.document().id());
                add(zip, scheme, name, cas);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.finish();
    }

    private static Cas cas(Outgoing project, Scheme scheme, Article article, Layers layers, Losses losses) {
        Marks marks = Marks.of(article, layers, losses);
        Map<String, Map<String, String>> types = Cas.types(scheme);
        marks.marks()
                .forEach(mark -> Cas.unknown(types, mark)
                        .forEach(attribute ->
                                losses.add("attributes that the scheme does not know any more", article, mark.id())));
        return Cas.of(
                scheme,
                article.text(),
                article.document().language(),
                article.document().title(),
                article.document().id() + "/" + project.nameOf(layers),
                marks);
    }

    private void add(Bundle zip, Scheme scheme, String name, Cas cas) {
        try {
            if (format == Format.XMI) {
                zip.add(name + ".xmi", entry -> XmiWriter.write(cas, entry));
            } else {
                zip.add(name + ".json", entry -> CasJsonWriter.write(cas, Cas.types(scheme), entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
