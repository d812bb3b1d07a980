package dev.parley.document.extraction;

import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/** What a mail says: its subject and its words, without attachments. */
final class MailText {

    /** Mails hold mails hold mails; no article lies deeper. */
    private static final int DEEPEST = 10;

    private MailText() {}

    static ChildAnswer read(byte[] bytes, @Nullable String chosen) throws IOException {
        Message mail = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));
        try {
            String border =
                    mail.getHeader().getField("Content-Type") instanceof ContentTypeField type && type.isMultipart()
                            ? type.getBoundary()
                            : null;
            if (border != null && !new String(bytes, StandardCharsets.ISO_8859_1).contains("--" + border + "--")) {
                return new ChildAnswer.Refusal("The mail ends too early; it may not have arrived whole.");
            }
            // where a mail says the same twice, the page has its paragraphs and the plain text its wrapped lines
            Optional<Entity> part = find(mail, "text/html", 0).or(() -> find(mail, "text/plain", 0));
            if (part.isEmpty()) {
                return new ChildAnswer.Refusal("The mail holds no text, only attachments.");
            }
            return text(mail, part.get(), chosen);
        } finally {
            mail.dispose();
        }
    }

    private static Optional<Entity> find(Entity entity, String type, int depth) {
        if (depth > DEEPEST || "attachment".equalsIgnoreCase(entity.getDispositionType())) {
            return Optional.empty();
        }
        if (entity.getBody() instanceof Multipart parts) {
            return parts.getBodyParts().stream()
                    .map(part -> find(part, type, depth + 1))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return type.equalsIgnoreCase(entity.getMimeType()) ? Optional.of(entity) : Optional.empty();
    }

    private static ChildAnswer text(Message mail, Entity part, @Nullable String chosen) throws IOException {
        Body body = part.getBody();
        byte[] bytes =
                body instanceof SingleBody single ? single.getInputStream().readAllBytes() : new byte[0];
        Decoding decoding =
                chosen == null ? TextDecoder.decode(bytes, part.getCharset()) : TextDecoder.decodeAs(bytes, chosen);
        return switch (decoding) {
            case Undecodable undecodable -> new ChildAnswer.Refusal(undecodable.reason(), undecodable.charsets());
            case Decoded decoded -> {
                List<String> steps = new ArrayList<>(decoded.steps());
                steps.add("Took the words out of the mail; attachments were left out.");
                boolean page = "text/html".equalsIgnoreCase(part.getMimeType());
                HtmlText html = page ? HtmlText.read(decoded.text()) : null;
                if (!page) {
                    steps.add("Joined the lines that the mail program had wrapped.");
                }
                String words = html == null ? WrappedLines.join(decoded.text().replace("\r\n", "\n")) : html.text();
                Imprint imprint = imprint(mail, html);
                String title = imprint.title();
                String text = title == null || words.startsWith(title) ? words : title + "\n\n" + words;
                yield new ChildAnswer.Text(text, imprint, decoded.charset(), steps);
            }
        };
    }

    private static Imprint imprint(Message mail, @Nullable HtmlText page) {
        Field saved = mail.getHeader().getField("Snapshot-Content-Location");
        if (saved != null && page != null) {
            // not a mail, but a page that a browser saved as one
            return page.imprint().from(saved.getBody());
        }
        String sender = mail.getFrom() == null || mail.getFrom().isEmpty()
                ? null
                : Optional.ofNullable(mail.getFrom().getFirst().getName())
                        .orElse(mail.getFrom().getFirst().getAddress());
        return new Imprint(
                mail.getSubject(),
                null,
                sender,
                day(mail),
                null,
                page == null ? null : page.imprint().language());
    }

    /** The day it was where the sender was. */
    private static @Nullable String day(Message mail) {
        Field date = mail.getHeader().getField("Date");
        if (date == null) {
            return null;
        }
        try {
            String written = date.getBody().replaceAll("\\([^)]*\\)", "").strip();
            return LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written))
                    .toString();
        } catch (DateTimeException e) {
            // the parser of mails forgives more, but only knows the moment
            return mail.getDate() == null
                    ? null
                    : mail.getDate()
                            .toInstant()
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString();
        }
    }
}
