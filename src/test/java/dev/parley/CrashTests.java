package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after {@code kill -9}, and sending it all again changes nothing. */
class CrashTests {

    private static final String TEXT = "Mara Lindqvist met the harbour council in Velmora. ".repeat(40);

    /** While edits come in, a rule decides in other documents: neither is left half done. */
    @Test
    void keepsEveryAcknowledgedEditAndGoesOnWithAMerge(@TempDir Path folder) throws InterruptedException {
        String edits;
        List<Map<String, Object>> sent = new ArrayList<>();
        Set<String> acknowledged = new ConcurrentSkipListSet<>();

        RunningParley first = RunningParley.start(folder);
        edits = "/api/v1/documents/%s/sets/me".formatted(assignedDocument(first.admin()));
        HttpApi annotator = first.as("annotator", "annotator-pass");
        CutOffMerge merge = new CutOffMerge(first);
        CountDownLatch wellUnderWay = new CountDownLatch(60);
        Thread stream = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 0; i < 2_000; i++) {
                    Map<String, Object> edit = mention(i);
                    sent.add(edit);
                    HttpApi.Answer answer = annotator.post(edits + "/edits", Map.of("edits", List.of(edit)));
                    if (answer.text("/results/0/status").equals("applied")) {
                        acknowledged.add((String) edit.get("id"));
                    }
                    wellUnderWay.countDown();
                }
            } catch (HttpApi.Unreachable e) {
                // the server is gone, as it should be
            }
        });
        wellUnderWay.await();
        merge.beginAndWaitForSomeDecisions();
        first.kill();
        stream.join();

        try (RunningParley second = RunningParley.start(folder)) {
            merge.isCarriedOutOnce(second.admin());
            HttpApi again = second.as("annotator", "annotator-pass");
            Set<String> kept = mentionIds(again.get(edits));
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(60).isSubsetOf(editIds(sent, kept));

            HttpApi.Answer replay = again.post(edits + "/edits", Map.of("edits", sent));
            assertThat(replay.status()).isEqualTo(200);
            assertThat(mentionIds(again.get(edits))).hasSize(sent.size());
            long sequence = again.get(edits).json().get("sequence").asLong();
            assertThat(sequence).isEqualTo(sent.size());

            again.post(edits + "/edits", Map.of("edits", sent));
            assertThat(again.get(edits).json().get("sequence").asLong()).isEqualTo(sequence);
        }
    }

    private static String assignedDocument(HttpApi admin) {
        admin.post(
                "/api/v1/users", Map.of("name", "annotator", "displayName", "Annotator", "password", "annotator-pass"));
        String project = admin.post("/api/v1/projects", Map.of("name", "Crash", "scheme", "envoys"))
                .text("/id");
        admin.put("/api/v1/projects/%s/members/annotator".formatted(project), Map.of("roles", List.of("annotator")));
        String document = admin.upload(
                        "/api/v1/projects/%s/files?accept=proposal".formatted(project),
                        Map.of("lines.txt", TEXT.getBytes(StandardCharsets.UTF_8)))
                .text("/0/documents/0");
        assertThat(document).isNotEmpty();
        HttpApi.Answer assigned = admin.post(
                "/api/v1/projects/%s/assignments".formatted(project),
                Map.of("documents", List.of(document), "annotators", List.of("annotator")));
        assertThat(assigned.status()).as(assigned.text()).isBetween(200, 299);
        return document;
    }

    /** The words at the same place again and again would be one span; each edit takes the next place. */
    private static Map<String, Object> mention(int number) {
        int start = number % (TEXT.length() - 10);
        String id = UUID.nameUUIDFromBytes(("mention " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
        return Map.of(
                "id",
                id,
                "op",
                "put",
                "kind",
                "mention",
                "value",
                Map.of("id", id, "label", "OTHER", "spans", List.of(Map.of("start", start, "end", start + 1))));
    }

    private static Set<String> mentionIds(HttpApi.Answer set) {
        return StreamSupport.stream(set.json().get("mentions").spliterator(), false)
                .map(mention -> mention.get("id").asString())
                .collect(Collectors.toSet());
    }

    private static Set<String> editIds(List<Map<String, Object>> sent, Set<String> mentions) {
        return sent.stream()
                .map(edit -> (String) edit.get("id"))
                .filter(mentions::contains)
                .collect(Collectors.toSet());
    }
}
