package dev.parley.document.extraction;

import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a text's bytes stand for and decodes them without replacing a single one: byte order mark, then strict
 * UTF-8, then the signs of UTF-16, then what the file says of itself, then whatever letter statistics say clearly; in doubt a
 * person chooses. Never ISO-8859-1: it has control characters where windows-1252 has the curly quotation marks that news texts
 * are full of, and a decoder that picked it lost them all.
 */
final class TextDecoder {

    private static final String DOUBTFUL =
            "Its characters cannot be told for sure: it is not UTF-8, and may be %s. Choose the charset, or save it as"
                    + " UTF-8 and send it again.";
    private static final String HOPELESS =
            "Its characters cannot be told: it is not UTF-8 and holds bytes that no usual charset has.";
    /** What HTML and mail call charsets that everybody reads as another, which has more characters. */
    private static final Map<String, List<String>> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", List.of("windows-1252")),
            Map.entry("latin1", List.of("windows-1252")),
            Map.entry("us-ascii", List.of("windows-1252")),
            Map.entry("iso-8859-9", List.of("windows-1254")),
            Map.entry("iso-8859-11", List.of("windows-874")),
            Map.entry("tis-620", List.of("windows-874")),
            Map.entry("iso-8859-8-i", List.of("windows-1255")),
            Map.entry("iso-8859-8", List.of("windows-1255")),
            Map.entry("gb2312", List.of("GB18030")),
            Map.entry("gbk", List.of("GB18030")),
            Map.entry("euc-kr", List.of("EUC-KR", "x-windows-949")),
            Map.entry("ks_c_5601-1987", List.of("EUC-KR", "x-windows-949")),
            Map.entry("shift_jis", List.of("Shift_JIS", "windows-31j")),
            Map.entry("x-sjis", List.of("Shift_JIS", "windows-31j")),
            Map.entry("big5", List.of("Big5", "Big5-HKSCS")),
            Map.entry("macintosh", List.of("x-MacRoman")));

    /** Old Japanese mail: seven bits only, with these signs where the alphabet changes. */
    private static final Pattern JAPANESE_MAIL = Pattern.compile("\u001B(\\$[@B]|\\(J)");

    private TextDecoder() {}

    static Decoding decode(byte[] bytes) {
        return decode(bytes, null);
    }

    /** @param declared the charset a file names inside, as HTML does; believed only if the bytes are not UTF-8 */
    static Decoding decode(byte[] bytes, @Nullable String declared) {
        for (Mark mark : Mark.values()) {
            if (mark.starts(bytes)) {
                return mark.decode(bytes);
            }
        }
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent() && JAPANESE_MAIL.matcher(utf8.get()).find()) {
            Optional<String> japanese = strictly(bytes, Charset.forName("ISO-2022-JP"));
            return japanese.<Decoding>map(
                            text -> decoded(text, "ISO-2022-JP", "Read as ISO-2022-JP, told by its bytes."))
                    .orElseGet(() -> new Undecodable(
                            "It is written as ISO-2022-JP, but breaks off inside a character or holds bytes that do not"
                                    + " exist there. Fetch it again from where it came from."));
        }
        if (utf8.isPresent() && !holdsControls(utf8.get())) {
            return decoded(utf8.get(), "UTF-8", "Read as UTF-8.");
        }
        Optional<Decoding> utf16 = utf16(bytes);
        if (utf16.isPresent()) {
            return utf16.get();
        }
        List<String> words = fewWords(bytes);
        if (!words.isEmpty()) {
            return doubtful(words);
        }
        if (utf8.isPresent()) {
            return decoded(utf8.get(), "UTF-8", "Read as UTF-8.");
        }
        return declared(bytes, declared)
                .or(() -> BrokenUtf8.in(bytes)
                        .map(reason ->
                                new Undecodable(reason, CharsetGuess.of(bytes).candidates())))
                .orElseGet(() -> guessed(bytes));
    }

    private static Optional<Decoding> declared(byte[] bytes, @Nullable String declared) {
        List<Charset> meant = meant(declared);
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        for (Charset charset : meant) {
            Optional<String> text = strictly(bytes, charset);
            if (text.isPresent()) {
                return Optional.of(decoded(text.get(), charset.name(), "Read as " + charset + ", as the file says."));
            }
        }
        return Optional.of(new Undecodable(
                "It says that it is in %s, but holds bytes that do not exist there. Choose the charset, or save it as UTF-8 and send it again."
                        .formatted(declared),
                CharsetGuess.of(bytes).candidates()));
    }

    /** As somebody chose; refused if the bytes cannot mean that. */
    static Decoding decodeAs(byte[] bytes, String chosen) {
        Optional<Charset> charset = supported(chosen);
        if (charset.isEmpty()) {
            return new Undecodable("There is no charset called “%s”.".formatted(chosen), CharsetGuess.choices());
        }
        Optional<String> text = strictly(bytes, charset.get());
        if (text.isEmpty()) {
            return new Undecodable(
                    "Read as %s it holds bytes that do not exist there."
                            .formatted(charset.get().name()),
                    CharsetGuess.of(bytes).candidates());
        }
        return decoded(
                text.get(),
                charset.get().name(),
                "Read as %s, as somebody chose.".formatted(charset.get().name()));
    }

    private static Decoding guessed(byte[] bytes) {
        CharsetGuess guess = CharsetGuess.of(bytes);
        List<String> candidates = guess.candidates();
        if (candidates.isEmpty()) {
            return new Undecodable(HOPELESS, List.of());
        }
        if (guess.certain()) {
            String first = candidates.getFirst();
            return decoded(
                    strictly(bytes, Charset.forName(first)).orElseThrow(),
                    first,
                    "Read as %s, which its letters point to.".formatted(first));
        }
        return doubtful(candidates);
    }

    private static Undecodable doubtful(List<String> candidates) {
        String likely = String.join(" or ", candidates.subList(0, Math.min(3, candidates.size())));
        return new Undecodable(DOUBTFUL.formatted(likely), candidates);
    }

    private static Decoded decoded(String text, String charset, String step) {
        return new Decoded(text, charset, List.of(step));
    }

    /** UTF-16 without a mark shows itself by spaces and line ends (or their East Asian kin) on even positions. */
    private static Optional<Decoding> utf16(byte[] bytes) {
        if (bytes.length < 2 || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Optional<String> text = strictly(bytes, charset).filter(TextDecoder::looksLikeWords);
            if (text.isPresent()) {
                String step = "Read as %s, told by its bytes.".formatted(charset.name());
                return Optional.of(decoded(text.get(), charset.name(), step));
            }
        }
        return Optional.empty();
    }

    /** As which UTF-16 bytes may be a word or two of one alphabet, which have no spaces to tell by. */
    private static List<String> fewWords(byte[] bytes) {
        if (bytes.length % 2 != 0) {
            return List.of();
        }
        return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .filter(charset -> strictly(bytes, charset)
                        .filter(TextDecoder::isOfOneAlphabet)
                        .isPresent())
                .map(Charset::name)
                .toList();
    }

    private static boolean isOfOneAlphabet(String text) {
        List<UnicodeScript> scripts = text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .distinct()
                .toList();
        // any two bytes may be a Chinese character or a Korean syllable
        return scripts.size() == 1
                && Legibility.isAlphabet(scripts.getFirst())
                && !holdsControls(text)
                && Legibility.isLegible(text);
    }

    /** Other than those of lines and pages. */
    private static boolean holdsControls(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B);
    }

    private static boolean looksLikeWords(String text) {
        boolean controls = text.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.UNASSIGNED
                        || Character.getType(c) == Character.PRIVATE_USE
                        || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r'));
        long breaks = text.codePoints()
                .filter(c -> c == ' ' || c == '\n' || c == '\u3001' || c == '\u3002' || c == '\uFF0C')
                .count();
        boolean ascii = text.codePoints().allMatch(c -> c < 0x80);
        return !controls && (ascii || breaks * 100 >= text.length());
    }

    /** The charsets that a name in a file may mean, to be tried in this order; none if it means nothing. */
    private static List<Charset> meant(@Nullable String declared) {
        if (declared == null || declared.isBlank()) {
            return List.of();
        }
        String name = declared.strip().toLowerCase(Locale.ROOT);
        return MEANT.getOrDefault(name, List.of(name)).stream()
                .map(TextDecoder::supported)
                .flatMap(Optional::stream)
                .filter(charset -> !charset.name().startsWith("UTF"))
                .toList();
    }

    private static Optional<Charset> supported(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer characters = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(characters.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Byte order marks; the longer before the shorter that begins alike. */
    private enum Mark {
        UTF_32LE("UTF-32LE", 0xFF, 0xFE, 0, 0),
        UTF_32BE("UTF-32BE", 0, 0, 0xFE, 0xFF),
        UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
        UTF_16LE("UTF-16LE", 0xFF, 0xFE),
        UTF_16BE("UTF-16BE", 0xFE, 0xFF);

        private final String charset;
        private final int[] bytes;

        Mark(String charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        boolean starts(byte[] file) {
            if (file.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((file[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }

        Decoding decode(byte[] file) {
            byte[] rest = Arrays.copyOfRange(file, bytes.length, file.length);
            List<String> steps = new ArrayList<>();
            steps.add("Read as %s, as its byte order mark says.".formatted(charset));
            steps.add("Removed the byte order mark.");
            return strictly(rest, Charset.forName(charset))
                    .<Decoding>map(text -> new Decoded(text, charset, steps))
                    .orElseGet(() ->
                            new Undecodable("It begins with the mark of %s, but holds bytes that do not exist there."
                                    .formatted(charset)));
        }
    }
}
