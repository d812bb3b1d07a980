package dev.parley.scheme.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeChange;
import dev.parley.scheme.SchemeJson;
import dev.parley.scheme.SchemeService;
import dev.parley.scheme.SchemeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{project}/scheme")
class SchemeController {

    /** The registered type, and what YAML was called before there was one. */
    private static final List<String> YAML_SUBTYPES = List.of("yaml", "x-yaml", "vnd.yaml");

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
    private static final Pattern TAG = Pattern.compile("\"[0-9]{1,9}\"");
    private static final int MOST_BYTES = 1_000_000;

    private final SchemeService schemes;
    private final UserService users;
    private final CurrentUser currentUser;

    SchemeController(SchemeService schemes, UserService users, CurrentUser currentUser) {
        this.schemes = schemes;
        this.users = users;
        this.currentUser = currentUser;
    }

    /** @param kind label, attribute, value, role, constant or relation */
    record UseJson(String kind, String layer, String id, String value, long annotations) {

        static UseJson of(SchemeChange.Use use) {
            return new UseJson(
                    use.item().kind().name().toLowerCase(Locale.ROOT),
                    use.item().layer(),
                    use.item().id(),
                    use.item().value(),
                    use.annotations());
        }
    }

    record RefusalJson(String field, String message) {}

    record ChangeJson(
            int fromVersion,
            List<UseJson> added,
            List<UseJson> removed,
            List<UseJson> changed,
            long annotationsAffected,
            List<RefusalJson> refusals) {

        static ChangeJson of(SchemeChange change) {
            return new ChangeJson(
                    change.from(),
                    change.added().stream().map(UseJson::of).toList(),
                    change.removed().stream().map(UseJson::of).toList(),
                    change.changed().stream().map(UseJson::of).toList(),
                    change.annotationsAffected(),
                    change.refusals().stream()
                            .map(fault -> new RefusalJson(fault.path(), fault.message()))
                            .toList());
        }
    }

    record VersionJson(int version, @Nullable String createdBy, Instant createdAt) {}

    record Versions(List<VersionJson> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<byte[]> read(
            @PathVariable ProjectId project,
            @RequestParam @Nullable Integer version,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        User actor = currentUser.get();
        Scheme scheme = version == null ? schemes.require(actor, project) : schemes.require(actor, project, version);
        return answer(project, scheme, accept);
    }

    @PutMapping
    ResponseEntity<?> put(
            @PathVariable ProjectId project,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestHeader(value = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(value = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            InputStream body)
            throws IOException {
        User actor = currentUser.get();
        requireReadable(contentType);
        String text = text(body);
        if (preview) {
            return ResponseEntity.ok(ChangeJson.of(schemes.preview(actor, project, text)));
        }
        Scheme saved = ifMatch == null || ifMatch.equals("*")
                ? schemes.put(actor, project, text)
                : schemes.put(actor, project, text, version(ifMatch));
        return answer(project, saved, accept);
    }

    @GetMapping("/versions")
    Versions versions(@PathVariable ProjectId project) {
        List<SchemeVersion> versions = schemes.versions(currentUser.get(), project);
        Map<UserId, User> people =
                users.byId(versions.stream().map(SchemeVersion::by).collect(Collectors.toSet()));
        return new Versions(
                versions.stream()
                        .map(version -> new VersionJson(version.number(), name(people.get(version.by())), version.at()))
                        .toList(),
                null);
    }

    private static @Nullable String name(@Nullable User user) {
        return user == null ? null : user.name();
    }

    private ResponseEntity<byte[]> answer(ProjectId project, Scheme scheme, @Nullable String accept) {
        boolean yaml = prefersYaml(accept);
        String text = yaml ? schemes.source(project, scheme.version()) : SchemeJson.write(scheme);
        return ResponseEntity.ok()
                .contentType(yaml ? YAML : MediaType.APPLICATION_JSON)
                .eTag(tag(scheme))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The version an entity tag names; 0, which no version has, if it names none. */
    private static int version(String tag) {
        return TAG.matcher(tag).matches() ? Integer.parseInt(tag.replace("\"", "")) : 0;
    }

    private static String tag(Scheme scheme) {
        return "\"%d\"".formatted(scheme.version());
    }

    /** JSON unless YAML is asked for before it. */
    private static boolean prefersYaml(@Nullable String accept) {
        MediaType preferred = types(accept == null ? MediaType.ALL_VALUE : accept)
                .filter(type -> isYaml(type) || type.includes(MediaType.APPLICATION_JSON))
                .min(Comparator.comparingDouble(type -> -type.getQualityValue()))
                .orElseThrow(() -> ProblemException.of(
                        Kind.NOT_ACCEPTABLE, "A scheme is answered as application/json or application/yaml."));
        return isYaml(preferred);
    }

    private static void requireReadable(@Nullable String contentType) {
        String type = contentType == null ? YAML.toString() : contentType;
        if (types(type)
                .noneMatch(sent -> isYaml(sent)
                        || sent.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || sent.isCompatibleWith(MediaType.TEXT_PLAIN))) {
            throw ProblemException.of(
                    Kind.UNSUPPORTED,
                    "A scheme is sent as application/yaml or application/json, not as %s.".formatted(contentType));
        }
    }

    /** The media types of a header; one that is none counts for nothing. */
    private static Stream<MediaType> types(String header) {
        try {
            return MediaType.parseMediaTypes(header).stream();
        } catch (InvalidMediaTypeException _) {
            return Stream.empty();
        }
    }

    private static boolean isYaml(MediaType type) {
        return YAML_SUBTYPES.contains(type.getSubtype());
    }

    private static String text(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw ProblemException.of(
                    Kind.TOO_LARGE, "A scheme may have %,d bytes; this is more.".formatted(MOST_BYTES));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw ProblemException.invalid("The scheme is not UTF-8.");
        }
    }
}
