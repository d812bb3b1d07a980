package dev.parley.document.extraction;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the child process says on its standard output, and how that is read by a parent that does not trust it. */
sealed interface ChildAnswer {

    /** @param charset absent where the format needs none */
    record Text(
            String text,
            @Nullable String title,
            @Nullable String language,
            @Nullable String charset,
            List<String> steps)
            implements ChildAnswer {

        public Text {
            steps = List.copyOf(steps);
        }
    }

    record Refusal(String reason) implements ChildAnswer {}

    /** Said first, so that a child that printed something else is noticed. */
    int MAGIC = 0x5041524C;

    default void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        switch (this) {
            case Text text -> {
                out.writeByte('T');
                string(out, text.text());
                string(out, text.title());
                string(out, text.language());
                string(out, text.charset());
                out.writeInt(text.steps().size());
                for (String step : text.steps()) {
                    string(out, step);
                }
            }
            case Refusal refusal -> {
                out.writeByte('R');
                string(out, refusal.reason());
            }
        }
        out.flush();
    }

    /** @throws IOException if this is not a whole answer */
    static ChildAnswer read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("the child process did not answer in its protocol");
        }
        if (in.readByte() == 'R') {
            return new Refusal(required(in));
        }
        String text = required(in);
        String title = string(in);
        String language = string(in);
        String charset = string(in);
        List<String> steps = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            steps.add(required(in));
        }
        return new Text(text, title, language, charset, steps);
    }

    private static void string(DataOutputStream out, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        ByteBuffer bytes = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .encode(java.nio.CharBuffer.wrap(value));
        out.writeInt(bytes.remaining());
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    private static @Nullable String string(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
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

    private static String required(DataInputStream in) throws IOException {
        String value = string(in);
        if (value == null) {
            throw new IOException("the child process left out what it must say");
        }
        return value;
    }
}
