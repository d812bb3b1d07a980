package dev.parley.document.extraction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the child process says on its standard output, and how that is read by a parent that does not trust it. */
sealed interface ChildAnswer {

    /** @param charset absent where the format needs none */
    record Text(String text, Imprint imprint, @Nullable String charset, List<String> steps) implements ChildAnswer {

        public Text {
            steps = List.copyOf(steps);
        }
    }

    /** @param charsets as in {@link Extraction.Unreadable} */
    record Refusal(String reason, List<String> charsets) implements ChildAnswer {

        public Refusal {
            charsets = List.copyOf(charsets);
        }

        Refusal(String reason) {
            this(reason, List.of());
        }
    }

    /** Said first, so that a child that printed something else is noticed. */
    int MAGIC = 0x5041524C;

    default void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        switch (this) {
            case Text text -> {
                Imprint imprint = text.imprint();
                out.writeByte('T');
                string(out, text.text());
                string(out, imprint.title());
                string(out, imprint.outlet());
                string(out, imprint.byline());
                string(out, imprint.published());
                string(out, imprint.url());
                string(out, imprint.language());
                string(out, text.charset());
                strings(out, text.steps());
            }
            case Refusal refusal -> {
                out.writeByte('R');
                string(out, refusal.reason());
                strings(out, refusal.charsets());
            }
        }
        out.flush();
    }

    /**
     * @param most bytes that a whole answer may have
     * @throws TooLong if it announces more
     * @throws IOException if this is not a whole answer
     */
    static ChildAnswer read(DataInputStream in, long most) throws IOException, TooLong {
        if (in.readInt() != MAGIC) {
            throw new IOException("the child process did not answer in its protocol");
        }
        Reader reader = new Reader(in, most);
        if (in.readByte() == 'R') {
            return new Refusal(reader.required(), reader.strings());
        }
        String text = reader.required();
        Imprint imprint = new Imprint(
                reader.string(), reader.string(), reader.string(), reader.string(), reader.string(), reader.string());
        return new Text(text, imprint, reader.string(), reader.strings());
    }

    /** There is more than the parent wants to hear. */
    final class TooLong extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private static void strings(DataOutputStream out, List<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            string(out, value);
        }
    }

    private static void string(DataOutputStream out, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        ByteBuffer bytes = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .encode(CharBuffer.wrap(value));
        out.writeInt(bytes.remaining());
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    /** Counts what is left of what may be said. */
    final class Reader {

        private final DataInputStream in;
        private long left;

        private Reader(DataInputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        private @Nullable String string() throws IOException, TooLong {
            int length = in.readInt();
            if (length < 0) {
                return null;
            }
            left -= length;
            if (left < 0) {
                throw new TooLong();
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new IOException("the child process stopped in the middle of its answer");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }

        private String required() throws IOException, TooLong {
            String value = string();
            if (value == null) {
                throw new IOException("the child process left out what it must say");
            }
            return value;
        }

        private List<String> strings() throws IOException, TooLong {
            int count = in.readInt();
            List<String> values = new ArrayList<>();
            while (values.size() < count) {
                values.add(required());
                left--;
            }
            return values;
        }
    }
}
