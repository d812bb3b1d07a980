package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint × every role × a foreign project. The table says who may; whoever is not named is refused: strangers
 * with "not found", members with "forbidden". An endpoint that is missing from the table fails the test.
 */
@ParleyTest
class AccessTests {

    /**
     * M manager, J adjudicator, A assigned annotator, V viewer; "all" is everyone signed in, "admin" administrators.
     * A star marks calls of a person on their own work, where others find nothing rather than being forbidden.
     */
    private static final String TABLE = """
            GET    /api/v1/me                                            all
            GET    /api/v1/me/tasks                                      all
            GET    /api/v1/me/keys                                       all
            PUT    /api/v1/me/keys                                       all
            GET    /api/v1/tokens                                        all
            POST   /api/v1/tokens                                        basic
            DELETE /api/v1/tokens/{id}                                   own
            GET    /api/v1/users                                         admin
            POST   /api/v1/users                                         admin
            PATCH  /api/v1/users/{name}                                  admin
            GET    /api/v1/projects                                      all
            POST   /api/v1/projects                                      maker
            GET    /api/v1/projects/{project}                            MJAV
            PATCH  /api/v1/projects/{project}                            M
            DELETE /api/v1/projects/{project}                            M
            POST   /api/v1/projects/{project}/restoration                own
            GET    /api/v1/projects/{project}/members                    MJAV
            PUT    /api/v1/projects/{project}/members/{user}             M
            DELETE /api/v1/projects/{project}/members/{user}             M
            GET    /api/v1/projects/{project}/guidelines                 MJAV
            PUT    /api/v1/projects/{project}/guidelines                 MJ
            GET    /api/v1/projects/{project}/guidelines/versions        MJAV
            POST   /api/v1/projects/{project}/guidelines/additions       MJ
            GET    /api/v1/projects/{project}/scheme                     MJAV
            PUT    /api/v1/projects/{project}/scheme                     M
            GET    /api/v1/projects/{project}/scheme/versions            MJAV
            POST   /api/v1/projects/{project}/files                      M
            GET    /api/v1/projects/{project}/files                      M
            GET    /api/v1/files/{file}                                  M
            DELETE /api/v1/files/{file}                                  M
            PATCH  /api/v1/documents/{document}                          M
            DELETE /api/v1/documents/{document}                          M
            POST   /api/v1/documents/{document}/restoration              M
            GET    /api/v1/documents/{document}/alike                    MJAV
            DELETE /api/v1/projects/{project}/trash                      M
            GET    /api/v1/projects/{project}/imports                    M
            GET    /api/v1/imports/{import}                              M
            DELETE /api/v1/imports/{import}                              M
            GET    /api/v1/imports/{import}/files                        M
            POST   /api/v1/imports/{import}/files/{number}/retry         M
            POST   /api/v1/files/{file}/articles                         M
            GET    /api/v1/files/{file}/original                         MJAV
            GET    /api/v1/projects/{project}/documents                  MJAV
            GET    /api/v1/documents/{document}                          MJAV
            GET    /api/v1/documents/{document}/text                     MJAV
            GET    /api/v1/documents/{document}/sets/{who}               MJ
            GET    /api/v1/documents/{document}/revisions                MJAV
            POST   /api/v1/documents/{document}/revisions                M
            GET    /api/v1/documents/{document}/revisions/{revision}     MJAV
            GET    /api/v1/documents/{document}/revisions/{revision}/text MJAV
            GET    /api/v1/documents/{document}/revisions/{revision}/sets/{who} MJ
            GET    /api/v1/documents/{document}/sets/me/waiting          MJAV
            PUT    /api/v1/documents/{document}/sets/me/waiting/{annotation} A
            DELETE /api/v1/documents/{document}/sets/me/waiting/{annotation} A
            POST   /api/v1/documents/{document}/sets/me/edits            A*
            GET    /api/v1/documents/{document}/sets/me/checks           A*
            GET    /api/v1/documents/{document}/sets/me/elsewhere        MJAV
            GET    /api/v1/documents/{document}/sets/me/ties             A*
            POST   /api/v1/documents/{document}/sets/me/submission       A*
            DELETE /api/v1/documents/{document}/sets/me/submission       A*
            GET    /api/v1/documents/{document}/sets/me/history          A*
            GET    /api/v1/documents/{document}/sets/me/reversals        A*
            POST   /api/v1/documents/{document}/sets/me/undo             A*
            POST   /api/v1/documents/{document}/sets/me/redo             A*
            GET    /api/v1/documents/{document}/events                   stream
            GET    /api/v1/projects/{project}/assignments                M
            POST   /api/v1/projects/{project}/assignments                M
            DELETE /api/v1/projects/{project}/assignments/{document}/{annotator} M
            GET    /api/v1/projects/{project}/entities                   MJAV
            POST   /api/v1/projects/{project}/entities                   MJA
            GET    /api/v1/entities/{entity}                             MJAV
            PATCH  /api/v1/entities/{entity}                             M
            POST   /api/v1/entities/{entity}/promotion                   M
            POST   /api/v1/entities/{entity}/merge                       M
            DELETE /api/v1/entities/{entity}/merge                       M
            POST   /api/v1/entities/{entity}/split                       M
            DELETE /api/v1/entities/{entity}/split                       M
            DELETE /api/v1/entities/{entity}/checks                      M
            GET    /api/v1/entities/{entity}/history                     MJAV
            GET    /api/v1/entities/{entity}/occurrences                 MJAV
            GET    /api/v1/entities/{entity}/claims                      MJAV
            GET    /api/v1/documents/{document}/threads                  MJAV
            POST   /api/v1/documents/{document}/threads                  MJA
            GET    /api/v1/threads/{thread}                              MJA*
            POST   /api/v1/threads/{thread}/comments                     MJA*
            POST   /api/v1/threads/{thread}/resolution                   MJA*
            DELETE /api/v1/threads/{thread}/resolution                   MJA*
            GET    /api/v1/me/threads                                    all
            GET    /api/v1/projects/{project}/agreement                  MJ
            GET    /api/v1/projects/{project}/agreement/me               A
            GET    /api/v1/jobs/{job}                                    MJ*
            DELETE /api/v1/jobs/{job}                                    MJ*
            GET    /api/v1/projects/{project}/disagreements              J
            GET    /api/v1/projects/{project}/queue                      J
            GET    /api/v1/projects/{project}/decisions                  J
            DELETE /api/v1/projects/{project}/decisions/{batch}          J
            GET    /api/v1/projects/{project}/merges                     J
            POST   /api/v1/projects/{project}/merges                     J
            GET    /api/v1/projects/{project}/merges/{merge}             J*
            DELETE /api/v1/projects/{project}/merges/{merge}             J*
            GET    /api/v1/projects/{project}/questions                  J
            GET    /api/v1/projects/{project}/release                    MJ
            PUT    /api/v1/projects/{project}/release                    M
            GET    /api/v1/me/questions                                  all
            GET    /api/v1/disagreements/{id}                            J
            GET    /api/v1/disagreements/{id}/alike                      J
            GET    /api/v1/disagreements/{id}/question                   A*
            POST   /api/v1/disagreements/{id}/question                   J
            DELETE /api/v1/disagreements/{id}/question                   J*
            POST   /api/v1/disagreements/{id}/answer                     A*
            POST   /api/v1/disagreements/{id}/decision                   J
            DELETE /api/v1/disagreements/{id}/decision                   J
            GET    /api/v1/projects/{project}/export                     MJ
            GET    /api/v1/projects/{project}/export/losses              MJ
            GET    /api/v1/projects/{project}/export/history             MJ
            POST   /api/v1/projects/{project}/export                     MJ
            GET    /api/v1/projects/{project}/export/jobs/{export}       MJ*
            GET    /api/v1/projects/{project}/import/jobs/{intake}       M*
            GET    /api/v1/projects/{project}/split                      MJ
            POST   /api/v1/projects/{project}/import                     M
            POST   /api/v1/projects/{project}/split                      MJ
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private World world;

    @BeforeEach
    void begin() {
        world = World.make(mvc);
    }

    @Test
    void knowsEveryEndpoint() {
        Set<String> endpoints = new TreeSet<>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/") && !pattern.equals("/api/**"))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> endpoints.add(verb + " " + shape(pattern)))));

        assertThat(endpoints).hasSizeGreaterThan(40);
        assertThat(rows().stream()
                        .map(row -> row.verb() + " " + shape(row.path()))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(endpoints);
    }

    @Test
    void describesEveryEndpointInTheOpenApiPage() {
        JsonNode page = world.stranger.get("/v3/api-docs").json();
        Set<String> described = new TreeSet<>();
        page.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + shape(path.getKey()))));

        assertThat(page.get("openapi").asString()).startsWith("3.1");
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(rows().stream()
                        .map(row -> row.verb() + " " + shape(row.path()))
                        .toList());
    }

    @Test
    void refusesEveryEndpointWithoutSignIn() throws Exception {
        for (Row row : rows()) {
            int status = mvc.perform(
                            MockMvcRequestBuilders.request(HttpMethod.valueOf(row.verb()), world.fill(row.path()))
                                    .header("Authorization", "Bearer parley_nobody"))
                    .andReturn()
                    .getResponse()
                    .getStatus();

            assertThat(status).as(row.toString()).isEqualTo(401);
        }
    }

    @Test
    void hidesEveryProjectFromStrangers() {
        List<String> leaks = new ArrayList<>();
        for (Row row : projectRows()) {
            for (Api outsider : List.of(world.stranger, world.managerElsewhere)) {
                int status = world.call(outsider, row).status();
                if (status != 404) {
                    leaks.add("%s answered %d".formatted(row, status));
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void refusesMembersWhatTheirRoleDoesNotGive() {
        List<String> leaks = new ArrayList<>();
        for (Row row : projectRows()) {
            world.members.forEach((letter, member) -> {
                int status = row.allows(letter) ? 0 : world.call(member, row).status();
                boolean refused = status == 0 || status == 403 || (row.isOnOwnWork() && status == 404);
                if (!refused) {
                    leaks.add("%s answered %d to %s".formatted(row, status, letter));
                }
            });
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void letsThoseWhoMay() {
        List<String> refusals = new ArrayList<>();
        for (Row row : projectRows()) {
            World fresh = World.make(mvc);
            fresh.members.forEach((letter, member) -> {
                if (row.allows(letter)) {
                    int status = fresh.call(member, row).status();
                    if (status == 401 || status == 403 || status == 404 || status >= 500) {
                        refusals.add("%s answered %d to %s".formatted(row, status, letter));
                    }
                }
            });
        }

        assertThat(refusals).isEmpty();
    }

    @Test
    void leavesAccountsToAdministrators() {
        for (Row row : rows()) {
            if (row.who().equals("admin")) {
                assertThat(world.call(world.members.get("M"), row).status())
                        .as(row.toString())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void showsAnAnnotatorNothingOfAnothersWorkInBlindMode() {
        Api curious = world.members.get("A");
        List<String> leaks = new ArrayList<>();
        for (Row row : rows()) {
            if (row.verb().equals("GET") && !row.who().equals("stream")) {
                String body = curious.get(world.fill(row.path())).body();
                if (body.contains(World.SECRET)) {
                    leaks.add(row.toString());
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(curious.get("/api/v1/documents/%s/sets/%s".formatted(world.document, world.other))
                        .status())
                .isEqualTo(403);
        assertThat(curious.get("/api/v1/documents/" + world.document)
                        .json()
                        .get("states")
                        .propertyNames())
                .containsExactly(world.annotator);
        assertThat(world.members
                        .get("M")
                        .get("/api/v1/documents/%s/sets/%s".formatted(world.document, world.other))
                        .body())
                .contains(World.SECRET);
    }

    private record Row(String verb, String path, String who) {

        /** Whether the call is about a project, and so is walked by roles. */
        boolean isAboutProject() {
            return who.matches("[MJAV]+\\*?");
        }

        boolean isOnOwnWork() {
            return who.endsWith("*");
        }

        boolean allows(String letter) {
            return who.contains(letter);
        }
    }

    private static List<Row> rows() {
        return TABLE.lines()
                .map(line -> line.trim().split("\\s+"))
                .map(words -> new Row(words[0], words[1], words[2]))
                .toList();
    }

    private static List<Row> projectRows() {
        return rows().stream().filter(Row::isAboutProject).toList();
    }

    /** The path with its parameters' names left out: what they are called is not what is tested. */
    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** A project with one member per role, an article half read by two, and another they disagree on. */
    private static final class World {

        private static final String ASKING = "/api/v1/disagreements/{id}/question";

        /** In an annotation of the other annotator, and nowhere else. */
        private static final String SECRET = "only-the-other-knows";

        private static final String TEXT = "The ferry to Velmora runs again, the harbour office said.";

        private static int count;

        private final Map<String, Api> members;
        private final String annotator = "reader";
        private final String other = "other";
        private final Api stranger;
        private final Api managerElsewhere;
        private final String project;
        private final String file;
        private final String files;
        private final String document;
        private final String entity;
        private final String rival;
        private final String thread;
        private final String disagreement;
        private final String merge;
        private final String job;
        private final String export;
        private final String intake;

        static World make(MockMvc mvc) {
            return new World(People.of(mvc), ++count);
        }

        private World(People people, int number) {
            members = people.members();
            stranger = people.stranger();
            managerElsewhere = people.managerElsewhere();
            Api admin = people.admin();
            project = admin.post(
                            "/api/v1/projects",
                            Map.of("name", "World " + number, "settings", Map.of("showAgreement", true)))
                    .text("/id");
            people.roles()
                    .forEach((name, role) -> admin.put(
                            "/api/v1/projects/%s/members/%s".formatted(project, name), Map.of("roles", List.of(role))));
            Api.Answer uploaded = admin.upload(
                    "/api/v1/projects/%s/files?accept=proposal".formatted(project),
                    Map.of("word.txt", TEXT, "more.txt", TEXT + " Nobody else did."));
            file = uploaded.text("/0/fileId");
            document = uploaded.text("/0/documents/0");
            files = admin.get("/api/v1/projects/%s/imports".formatted(project)).text("/items/0/id");
            String settled = uploaded.text("/1/documents/0");
            entity = admin.post(
                            "/api/v1/projects/%s/entities".formatted(project), Map.of("name", "Velmora", "type", "GPE"))
                    .text("/id");
            rival = admin.post(
                            "/api/v1/projects/%s/entities".formatted(project), Map.of("name", "Velmara", "type", "GPE"))
                    .text("/id");
            admin.post("/api/v1/projects/%s/assignments".formatted(project), assignments());
            for (String read : List.of(document, settled)) {
                people.second().post("/api/v1/documents/%s/sets/me/edits".formatted(read), edits(SECRET));
                people.second().post("/api/v1/documents/%s/sets/me/submission".formatted(read), null);
            }
            members.get("A").post("/api/v1/documents/%s/sets/me/submission".formatted(settled), null);
            thread = members.get("A")
                    .post("/api/v1/documents/%s/threads".formatted(document), Map.of("text", "Which ferry?"))
                    .text("/id");
            people.second().post("/api/v1/documents/%s/threads".formatted(document), Map.of("text", SECRET));
            disagreement = admin.get("/api/v1/projects/%s/disagreements".formatted(project))
                    .text("/items/0/id");
            assertThat(disagreement).isNotEmpty();
            merge = admin.post(
                            "/api/v1/projects/%s/merges".formatted(project),
                            Map.of("strategy", "annotator", "annotator", other, "layer", "claim"))
                    .text("/id");
            job = admin.get("/api/v1/projects/%s/agreement?wait=false".formatted(project))
                    .text("/id");
            export = admin.post("/api/v1/projects/%s/export?format=jsonl".formatted(project), null)
                    .text("/id");
            intake = admin.perform(
                            MockMvcRequestBuilders.post("/api/v1/projects/%s/import?format=doccano".formatted(project))
                                    .header("Prefer", "respond-async")
                                    .content("{}"))
                    .text("/id");
        }

        String fill(String path) {
            return path.replace("{project}", project)
                    .replace("{file}", file)
                    .replace("{import}", files)
                    .replace("{number}", "1")
                    .replace("{document}", document)
                    .replace("{entity}", entity)
                    .replace("{thread}", thread)
                    .replace("{batch}", "last")
                    .replace("{revision}", "1")
                    .replace("{annotation}", "m1")
                    .replace("{merge}", merge)
                    .replace("{job}", job)
                    .replace("{export}", export)
                    .replace("{intake}", intake)
                    .replace("{who}", other)
                    .replace("{user}", other)
                    .replace("{name}", other)
                    .replace("{annotator}", other)
                    .replace("/disagreements/{id}", "/disagreements/" + disagreement)
                    .replace("{id}", "00000000-0000-0000-0000-000000000000");
        }

        Api.Answer call(Api caller, Row row) {
            if (row.path().endsWith("/files") && row.verb().equals("POST")) {
                return caller.upload(fill(row.path()), Map.of("new.txt", "One more line for the harbour office."));
            }
            if (row.path().matches(".*/(question|answer)") && !(row.verb() + row.path()).equals("POST" + ASKING)) {
                members.get("J").post(fill(ASKING), Map.of("text", "Look again."));
            }
            String path = fill(row.path()) + (row.path().contains("/export") ? "?format=jsonl" : "");
            return caller.call(HttpMethod.valueOf(row.verb()), path, body(row));
        }

        /** Something that would be done if the caller might: a bad request would hide a missing question. */
        private @Nullable Object body(Row row) {
            return switch (row.verb() + " " + row.path().replaceAll(".*/(?=[a-z])", "")) {
                case "POST users" -> Map.of("name", "intruder", "password", "long-enough");
                case "PATCH {document}" -> Map.of("title", "Renamed");
                case "PATCH users", "PATCH {name}" -> Map.of("displayName", "Renamed");
                case "POST assignments" -> assignments();
                case "POST threads", "POST comments" -> Map.of("text", "The night ferry.");
                case "POST merge" -> Map.of("into", rival);
                case "POST split" -> Map.of("name", "Old Velmora");
                case "POST entities" -> Map.of("name", "Fjordholm", "type", "GPE");
                case "POST edits" -> edits("mine");
                case "POST articles" -> Map.of("cuts", List.of(Map.of("start", 0, "end", 9)));
                case "PUT release" -> Map.of("audits", false);
                case "POST additions" -> Map.of("section", "Person", "paragraph", "Not the title.");
                case "POST merges" -> Map.of("strategy", "majority", "preview", true);
                case "POST revisions" -> Map.of("text", "The ferry runs by night.", "reason", "misread");
                case "PUT guidelines" -> Map.of("text", "Mark names.");
                case "POST decision" -> Map.of("outcome", "none", "reason", "neither");
                default -> row.verb().equals("GET") ? null : Map.of("roles", List.of("viewer"));
            };
        }

        private Map<String, Object> assignments() {
            return Map.of("documents", "all", "annotators", List.of(annotator, other));
        }

        private static Map<String, Object> edits(String id) {
            Object value = Map.of("id", id, "label", "GPE", "spans", List.of(Map.of("start", 13, "end", 20)));
            return Map.of("edits", List.of(Map.of("id", "put-" + id, "op", "put", "kind", "mention", "value", value)));
        }
    }

    /** The people of every world; passwords are costly to hash, so they are made once. */
    private record People(
            Api admin,
            Map<String, Api> members,
            Map<String, String> roles,
            Api second,
            Api stranger,
            Api managerElsewhere) {

        private static final Map<MockMvc, People> MADE = new ConcurrentHashMap<>();

        static People of(MockMvc mvc) {
            return MADE.computeIfAbsent(mvc, People::make);
        }

        private static People make(MockMvc mvc) {
            Api admin = Api.admin(mvc);
            Map<String, Api> members = new LinkedHashMap<>();
            members.put("M", admin.newUser("boss"));
            members.put("J", admin.newUser("judge"));
            members.put("A", admin.newUser("reader"));
            members.put("V", admin.newUser("guest"));
            Api second = admin.newUser("other");
            Api elsewhere = admin.newUser("elsewhere");
            String project =
                    admin.post("/api/v1/projects", Map.of("name", "Elsewhere")).text("/id");
            admin.put(
                    "/api/v1/projects/%s/members/elsewhere".formatted(project),
                    Map.of("roles", List.of("manager", "adjudicator")));
            Map<String, String> roles = Map.of(
                    "boss", "manager",
                    "judge", "adjudicator",
                    "reader", "annotator",
                    "guest", "viewer",
                    "other", "annotator");
            return new People(admin, members, roles, second, admin.newUser("outsider"), elsewhere);
        }
    }
}
