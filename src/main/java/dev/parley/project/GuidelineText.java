package dev.parley.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Guidelines as they are read: Markdown (CommonMark with tables) turned into HTML in which raw HTML is shown as text and
 * links lead to nothing but pages and mail. Each heading carries an anchor made of its words; a fenced block called
 * {@code example} is drawn as a marked text by the page that shows it.
 */
public final class GuidelineText {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (AttributeProvider) GuidelineText::anchor)
            .nodeRendererFactory(Examples::new)
            .build();
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Fenced blocks of code, of which those called {@code example} are left to the element that draws marks. */
    private record Examples(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(FencedCodeBlock.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof FencedCodeBlock block && "example".equals(block.getInfo())) {
                context.getWriter().line();
                context.getWriter().tag("parley-example");
                context.getWriter().text(block.getLiteral());
                context.getWriter().tag("/parley-example");
                context.getWriter().line();
            } else {
                new CoreHtmlNodeRenderer(context).render(node);
            }
        }
    }

    private final Node document;

    private GuidelineText(Node document) {
        this.document = document;
    }

    static GuidelineText of(String markdown) {
        return new GuidelineText(PARSER.parse(markdown));
    }

    /**
     * What stands under one heading, up to the next of the same or a higher rank.
     *
     * @param anchor of the heading
     * @param html without the heading itself
     */
    public record Section(String title, String anchor, String html) {}

    public String html() {
        return RENDERER.render(document);
    }

    /**
     * The first section whose heading is one of these names, or at least has one among its words; capitals do not count.
     *
     * @param names the best first, such as a label's name and its id
     */
    public Optional<Section> about(Collection<String> names) {
        List<Heading> headings = headings();
        for (String name : names) {
            String wanted = slug(name);
            Optional<Heading> same = headings.stream()
                    .filter(heading -> slug(words(heading)).equals(wanted))
                    .findFirst();
            if (same.isPresent()) {
                return same.map(GuidelineText::section);
            }
        }
        for (String name : names) {
            String wanted = "-" + slug(name) + "-";
            Optional<Heading> containing = headings.stream()
                    .filter(heading -> ("-" + slug(words(heading)) + "-").contains(wanted))
                    .findFirst();
            if (containing.isPresent()) {
                return containing.map(GuidelineText::section);
            }
        }
        return Optional.empty();
    }

    /** The Markdown with a paragraph at the end of a section, which is made at the end if there is none. */
    static String withAddition(String markdown, String section, String paragraph) {
        GuidelineText text = of(markdown);
        List<Heading> headings = text.headings();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            if (slug(words(heading)).equals(slug(section))) {
                Optional<Heading> next = headings.stream()
                        .skip(i + 1L)
                        .filter(other -> ends(heading, other))
                        .findFirst();
                int end = next.map(GuidelineText::offset).orElse(markdown.length());
                String rest = markdown.substring(end);
                return markdown.substring(0, end).stripTrailing() + "\n\n" + paragraph + "\n"
                        + (rest.isEmpty() ? "" : "\n" + rest);
            }
        }
        String before = markdown.stripTrailing();
        return "%s## %s\n\n%s\n".formatted(before.isEmpty() ? "" : before + "\n\n", section, paragraph);
    }

    private static int offset(Heading heading) {
        return heading.getSourceSpans().getFirst().getInputIndex();
    }

    private List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                headings.add(heading);
            }
        }
        return headings;
    }

    private static Section section(Heading heading) {
        StringBuilder html = new StringBuilder();
        for (Node node = heading.getNext(); node != null && !ends(heading, node); node = node.getNext()) {
            html.append(RENDERER.render(node));
        }
        String title = words(heading);
        return new Section(title, slug(title), html.toString());
    }

    private static boolean ends(Heading section, Node node) {
        return node instanceof Heading next && next.getLevel() <= section.getLevel();
    }

    private static void anchor(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", slug(words(heading)));
        }
    }

    private static String words(Heading heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    private static String slug(String words) {
        String slug = NO_WORD.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-");
        return slug.replaceAll("^-|-$", "");
    }
}
