package dev.parley.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP of XML files, as Word, OpenDocument and EPUB are. The XML is read by a parser that knows neither entities nor
 * external files, and no more of it is unpacked than a text of the allowed length may need.
 */
final class XmlPackage implements AutoCloseable {

    /** Markup may be this many times longer than the text in it. */
    private static final int MARKUP = 8;

    private final ZipFile zip;
    private final int most;
    private long left;

    /** @param most characters the text may have */
    XmlPackage(Path file, int most) throws IOException {
        this.zip = new ZipFile(file.toFile());
        this.most = most;
        this.left = (long) most * MARKUP;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** @throws IOException if there is no such part */
    Document xml(String name) throws IOException, Unfit {
        return Jsoup.parse(text(name), "", Parser.xmlParser());
    }

    /** The part, or an empty document where it may be missing. */
    Document xmlOrNothing(String name) throws IOException, Unfit {
        return has(name) ? xml(name) : new Document("");
    }

    /** @throws IOException if there is no such part */
    String text(String name) throws IOException, Unfit {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("the package has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
            left -= bytes.length;
            if (left < 0) {
                throw new Unfit(ExtractionChild.tooLong(most));
            }
            String text = switch (TextDecoder.decode(bytes)) {
                case Decoding.Decoded decoded -> decoded.text();
                case Decoding.Undecodable undecodable -> new String(bytes, StandardCharsets.UTF_8);
            };
            if (text.contains("<!ENTITY")) {
                throw new Unfit("It defines XML entities, which files like this have no use for but to do harm.");
            }
            return text;
        }
    }

    /** The part that an address in a part of this folder leads to; a name that no part has if it is none. */
    static String resolve(String folder, String address) {
        try {
            return URI.create("/" + folder).resolve(address).getPath().substring(1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            // no address; then no part has it
            return "";
        }
    }

    /** The name without the prefix of its namespace, which whoever wrote the file chose. */
    static String localName(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1);
    }

    static boolean isNamed(Element element, String name) {
        return localName(element).equals(name);
    }

    /** An attribute by its name without a prefix; empty if there is none. */
    static String attribute(Element element, String name) {
        return element.attributes().asList().stream()
                .filter(attribute -> attribute
                        .getKey()
                        .substring(attribute.getKey().indexOf(':') + 1)
                        .equals(name))
                .map(attribute -> Optional.ofNullable(attribute.getValue()).orElse(""))
                .findFirst()
                .orElse("");
    }

    /** The first element of that name, anywhere. */
    static Optional<Element> first(Element root, String name) {
        return root.stream().filter(element -> isNamed(element, name)).findFirst();
    }

    /** The words of the first element of that name; null if there is none. */
    static @Nullable String words(Element root, String name) {
        return first(root, name).map(Element::text).orElse(null);
    }

    /** The day of a point in time in ISO order. */
    static @Nullable String day(@Nullable String time) {
        return time == null ? null : time.substring(0, Math.min(10, time.length()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The package as a whole is not read. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Unfit(String reason) {
            super(reason);
            this.reason = reason;
        }

        ChildAnswer.Refusal refusal() {
            return new ChildAnswer.Refusal(reason);
        }
    }
}
