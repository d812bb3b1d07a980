package dev.parley.project.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.project.Guideline;
import dev.parley.project.GuidelineService;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{project}/guidelines")
class GuidelineController {

    private final GuidelineService guidelines;
    private final UserService users;
    private final CurrentUser currentUser;

    GuidelineController(GuidelineService guidelines, UserService users, CurrentUser currentUser) {
        this.guidelines = guidelines;
        this.users = users;
        this.currentUser = currentUser;
    }

    /** @param version 0, with an empty text, while nobody has written any */
    record GuidelineJson(
            int version,
            String text,
            String html,
            @Nullable String news,
            @Nullable Instant writtenAt) {

        static GuidelineJson of(Guideline guideline) {
            return new GuidelineJson(
                    guideline.version(),
                    guideline.text(),
                    guideline.read().html(),
                    guideline.news(),
                    guideline.writtenAt());
        }
    }

    record VersionJson(
            int version, @Nullable String news, @Nullable String writtenBy, Instant writtenAt) {}

    record Versions(List<VersionJson> items, @Nullable String next) {}

    /** @param base the version the text was made from, 0 for none; absent to write over whatever is there */
    record NewGuideline(
            @Nullable String text,
            @Nullable String news,
            @Nullable Integer base) {}

    @GetMapping
    GuidelineJson read(@PathVariable ProjectId project, @RequestParam @Nullable Integer version) {
        User reader = currentUser.get();
        return version == null
                ? guidelines
                        .current(reader, project)
                        .map(GuidelineJson::of)
                        .orElse(new GuidelineJson(0, "", "", null, null))
                : GuidelineJson.of(guidelines.require(reader, project, version));
    }

    @PutMapping
    GuidelineJson write(@PathVariable ProjectId project, @RequestBody NewGuideline wanted) {
        String text = wanted.text() == null ? "" : wanted.text();
        return GuidelineJson.of(guidelines.write(currentUser.get(), project, text, wanted.news(), wanted.base()));
    }

    record Addition(@Nullable String section, @Nullable String paragraph) {}

    /** Adds a paragraph at the end of a section, which is made if there is none. */
    @PostMapping("/additions")
    GuidelineJson add(@PathVariable ProjectId project, @RequestBody Addition addition) {
        return GuidelineJson.of(guidelines.add(
                currentUser.get(),
                project,
                addition.section() == null ? "" : addition.section(),
                addition.paragraph() == null ? "" : addition.paragraph()));
    }

    /** Few, so there is only ever one page. */
    @GetMapping("/versions")
    Versions versions(@PathVariable ProjectId project) {
        List<Guideline> versions = guidelines.versions(currentUser.get(), project);
        Map<UserId, User> people =
                users.byId(versions.stream().map(Guideline::writtenBy).collect(Collectors.toSet()));
        return new Versions(
                versions.stream()
                        .map(version -> new VersionJson(
                                version.version(),
                                version.news(),
                                name(people.get(version.writtenBy())),
                                version.writtenAt()))
                        .toList(),
                null);
    }

    private static @Nullable String name(@Nullable User user) {
        return user == null ? null : user.name();
    }
}
