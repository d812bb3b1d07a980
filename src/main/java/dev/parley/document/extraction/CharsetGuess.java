package dev.parley.document.extraction;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What bytes that are neither UTF-8 nor UTF-16 may stand for. The detector counts how often letters follow each other in
 * the languages it knows; on a few words it guesses, so only a clear lead is believed and all else is asked.
 *
 * @param candidates charsets in which every byte has a meaning, the likeliest first
 * @param certain whether the first of them leads clearly
 */
record CharsetGuess(List<String> candidates, boolean certain) {

    /** Tried where the detector says nothing; each is common in a part of the world. */
    private static final List<String> COMMON = List.of(
            "windows-1252",
            "windows-1251",
            "windows-1256",
            "windows-1250",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1257",
            "Shift_JIS",
            "GB18030",
            "Big5",
            "EUC-KR",
            "EUC-JP",
            "KOI8-R",
            "IBM866");

    /** Bytes that the detector looks at; more changes nothing. */
    private static final int LOOK_AT = 100_000;

    private static final int SURE = 40;
    private static final int LEAD = 10;

    CharsetGuess {
        candidates = List.copyOf(candidates);
    }

    static CharsetGuess of(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > LOOK_AT ? Arrays.copyOf(bytes, LOOK_AT) : bytes);
        Set<String> candidates = new LinkedHashSet<>();
        int best = 0;
        int second = 0;
        for (CharsetMatch match : detector.detectAll()) {
            Optional<String> name = usual(match.getName()).filter(charset -> fits(bytes, charset));
            if (name.isEmpty()) {
                continue;
            }
            if (candidates.isEmpty()) {
                best = match.getConfidence();
            } else if (candidates.size() == 1 && !candidates.contains(name.get())) {
                second = match.getConfidence();
            }
            candidates.add(name.get());
        }
        for (String name : COMMON) {
            if (fits(bytes, name)) {
                candidates.add(name);
            }
        }
        return new CharsetGuess(List.copyOf(candidates), best >= SURE && best >= second + LEAD);
    }

    /** Every charset that a person may choose, whether it fits or not. */
    static List<String> choices() {
        return COMMON;
    }

    /** The Windows charset instead of its older kin: it has the quotation marks, and the rest is the same. */
    private static Optional<String> usual(String name) {
        String usual = switch (name) {
            case "ISO-8859-1" -> "windows-1252";
            case "ISO-8859-2" -> "windows-1250";
            case "ISO-8859-5" -> "ISO-8859-5";
            case "ISO-8859-6" -> "windows-1256";
            case "ISO-8859-7" -> "windows-1253";
            case "ISO-8859-8", "ISO-8859-8-I" -> "windows-1255";
            case "ISO-8859-9" -> "windows-1254";
            default -> name;
        };
        boolean known = !usual.startsWith("UTF") && !usual.startsWith("IBM42") && Charset.isSupported(usual);
        return known ? Optional.of(Charset.forName(usual).name()) : Optional.empty();
    }

    /** Whether every byte has a meaning there, and none of them that of a control character. */
    private static boolean fits(byte[] bytes, String charset) {
        try {
            return Charset.forName(charset)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(c -> (c >= 0x80 && c < 0xA0) || c == 0xFFFD || (c >= 0xE000 && c < 0xF900));
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
