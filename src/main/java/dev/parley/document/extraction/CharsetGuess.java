package dev.parley.document.extraction;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What bytes that are neither UTF-8 nor UTF-16 may stand for. The detector counts how often letters follow each other in
 * the languages it knows; on a few words it guesses, and of languages it does not know it guesses wrong, so only a clear
 * lead of something legible is believed and all else is asked.
 *
 * @param candidates charsets in which every byte has a meaning, the likeliest first
 * @param certain whether the first of them leads clearly
 */
record CharsetGuess(List<String> candidates, boolean certain) {

    private static final String WESTERN = "windows-1252";

    /** Tried where the detector says nothing; each is common in a part of the world. */
    private static final List<String> COMMON = List.of(
            WESTERN,
            "windows-1251",
            "windows-1256",
            "windows-1250",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1257",
            "windows-1258",
            "windows-874",
            "Shift_JIS",
            "GB18030",
            "Big5",
            "EUC-KR",
            "EUC-JP",
            "KOI8-R",
            "IBM866",
            "ISO-8859-2",
            "ISO-8859-15",
            "IBM850",
            "x-MacRoman",
            "UTF-16LE",
            "UTF-16BE");

    /**
     * What the detector calls by one name: the Windows charset before its older kin, because it has the quotation marks,
     * and the plain charset before the one that adds characters to it.
     */
    private static final Map<String, List<String>> KIN = Map.ofEntries(
            Map.entry("ISO-8859-1", List.of(WESTERN, "ISO-8859-15", "x-MacRoman", "IBM850")),
            Map.entry(WESTERN, List.of(WESTERN, "x-MacRoman", "IBM850")),
            Map.entry("ISO-8859-2", List.of("windows-1250", "ISO-8859-2")),
            Map.entry("ISO-8859-7", List.of("windows-1253", "ISO-8859-7")),
            Map.entry("ISO-8859-8", List.of("windows-1255")),
            Map.entry("ISO-8859-8-I", List.of("windows-1255")),
            Map.entry("ISO-8859-9", List.of("windows-1254")),
            Map.entry("KOI8-R", List.of("KOI8-R", "KOI8-U")),
            Map.entry("EUC-KR", List.of("EUC-KR", "x-windows-949")),
            Map.entry("Big5", List.of("Big5", "Big5-HKSCS")),
            Map.entry("Shift_JIS", List.of("Shift_JIS", "windows-31j")));

    /** Bytes that the detector looks at; more changes nothing. */
    private static final int LOOK_AT = 100_000;

    private static final int SURE = 40;
    private static final int LEAD = 10;
    /** Enough where nothing else is legible. */
    private static final int FAIR = 20;
    /** So many bytes are not legible by chance. */
    private static final int MANY = 200;

    CharsetGuess {
        candidates = List.copyOf(candidates);
    }

    static CharsetGuess of(byte[] bytes) {
        Readings readings = new Readings(bytes);
        if (readings.of(WESTERN) == Reading.LEGIBLE && looksTheSameInEurope(bytes)) {
            return new CharsetGuess(List.of(WESTERN), true);
        }
        Map<String, Integer> found = detected(bytes, readings);
        Set<String> candidates = new LinkedHashSet<>(found.keySet());
        candidates.addAll(readings.all(Reading.LEGIBLE));
        boolean alone = candidates.size() == 1;
        candidates.addAll(readings.all(Reading.STRANGE));
        return new CharsetGuess(List.copyOf(candidates), isCertain(bytes, found, alone));
    }

    /** Every charset that a person may choose, whether it fits or not. */
    static List<String> choices() {
        return COMMON;
    }

    /** Whether these bytes mean the same to the east and the west of Europe, so that there is nothing to be told. */
    private static boolean looksTheSameInEurope(byte[] bytes) {
        Optional<String> western = text(bytes, WESTERN);
        return western.equals(text(bytes, "windows-1250")) && western.equals(text(bytes, "windows-1254"));
    }

    /** What the detector names and people could have written, with its confidence, the surest first. */
    private static Map<String, Integer> detected(byte[] bytes, Readings readings) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > LOOK_AT ? Arrays.copyOf(bytes, LOOK_AT) : bytes);
        Map<String, Integer> found = new LinkedHashMap<>();
        for (CharsetMatch match : detector.detectAll()) {
            kin(match, bytes).stream()
                    .filter(name -> readings.of(name) == Reading.LEGIBLE)
                    .findFirst()
                    .ifPresent(name -> found.putIfAbsent(name, match.getConfidence()));
        }
        return found;
    }

    private static List<String> kin(CharsetMatch match, byte[] bytes) {
        String name = match.getName();
        boolean known = KIN.containsKey(name) || Charset.isSupported(name);
        if (!known || name.startsWith("UTF") || name.startsWith("IBM42")) {
            return List.of();
        }
        List<String> kin = KIN.containsKey(name)
                ? KIN.get(name)
                : List.of(Charset.forName(name).name());
        // the letter š of ISO-8859-2 is ą in windows-1250, which of these languages only Polish has
        boolean older = name.equals("ISO-8859-2")
                && !"pl".equals(match.getLanguage())
                && !text(bytes, "windows-1250").equals(text(bytes, "ISO-8859-2"));
        return older ? kin.reversed() : kin;
    }

    private static boolean isCertain(byte[] bytes, Map<String, Integer> found, boolean alone) {
        if (found.isEmpty() || (found.keySet().iterator().next().equals(WESTERN) && isForeign(bytes))) {
            return false;
        }
        List<Integer> confidence = List.copyOf(found.values());
        int best = confidence.getFirst();
        int second = confidence.size() > 1 ? confidence.get(1) : 0;
        return (best >= SURE && best >= second + LEAD) || (alone && (best >= FAIR || bytes.length >= MANY));
    }

    /** No language that the detector knows in the western charset has these letters; Turkish and Baltic ones look like them. */
    private static boolean isForeign(byte[] bytes) {
        return text(bytes, WESTERN).orElse("").chars().anyMatch(c -> "ýþðÝÞÐ".indexOf(c) >= 0);
    }

    /** Empty if a byte has no meaning there. */
    private static Optional<String> text(byte[] bytes, String charset) {
        try {
            return Optional.of(Charset.forName(charset)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private enum Reading {
        LEGIBLE,
        STRANGE,
        IMPOSSIBLE
    }

    /** How the bytes read in each charset; each is tried once, and no text is kept. */
    private static final class Readings {

        private final byte[] bytes;
        private final Map<String, Reading> known = new HashMap<>();

        private Readings(byte[] bytes) {
            this.bytes = bytes;
        }

        Reading of(String charset) {
            return known.computeIfAbsent(
                    charset,
                    name -> text(bytes, name)
                            .map(text -> Legibility.isLegible(text) ? Reading.LEGIBLE : Reading.STRANGE)
                            .orElse(Reading.IMPOSSIBLE));
        }

        List<String> all(Reading reading) {
            return COMMON.stream().filter(name -> of(name) == reading).toList();
        }
    }
}
