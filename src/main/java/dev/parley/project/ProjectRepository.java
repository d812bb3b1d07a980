package dev.parley.project;

import dev.parley.account.User;
import dev.parley.account.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProjectRepository {

    private static final String INSERT = """
            INSERT INTO project (id, name, settings, created_at)
            VALUES (:id, :name, :settings, :createdAt)
            """;

    private static final String UPDATE = """
            UPDATE project
            SET name = :name, settings = :settings
            WHERE id = :id AND deleted_at IS NULL
            """;

    private static final String SELECT = """
            SELECT id, name, settings, created_at
            FROM project
            WHERE id = :id AND deleted_at IS NULL
            """;

    private static final String NAME_TAKEN = """
            SELECT COUNT(*)
            FROM project
            WHERE LOWER(name) = LOWER(:name) AND id <> :id AND deleted_at IS NULL
            """;

    private static final String SELECT_OF_USER = """
            SELECT project.id, project.name, project.settings, project.created_at, project_member.role
            FROM project
            JOIN project_member ON project_member.project_id = project.id
            WHERE project_member.user_id = :userId AND project.deleted_at IS NULL
            ORDER BY project.created_at, project.id, project_member.role
            """;

    private static final String SELECT_TRASH_OF_MANAGER = """
            SELECT project.id, project.name, project.settings, project.created_at
            FROM project
            JOIN project_member ON project_member.project_id = project.id
            WHERE project_member.user_id = :userId AND project_member.role = 'MANAGER' AND project.deleted_at IS NOT NULL
            ORDER BY project.deleted_at, project.id
            """;

    private static final String SELECT_ROLES = """
            SELECT project_member.role
            FROM project_member
            JOIN project ON project.id = project_member.project_id
            WHERE project_member.project_id = :projectId AND project_member.user_id = :userId
              AND project.deleted_at IS NULL
            """;

    private static final String MANAGES_TRASHED = """
            SELECT COUNT(*)
            FROM project_member
            JOIN project ON project.id = project_member.project_id
            WHERE project_member.project_id = :projectId AND project_member.user_id = :userId
              AND project_member.role = 'MANAGER' AND project.deleted_at IS NOT NULL
            """;

    private static final String MANAGES_ANY = """
            SELECT COUNT(*)
            FROM project_member
            JOIN project ON project.id = project_member.project_id
            WHERE project_member.user_id = :userId AND project_member.role = 'MANAGER' AND project.deleted_at IS NULL
            """;

    private static final String SELECT_MEMBERS = """
            SELECT app_user.id, app_user.name, app_user.display_name, app_user.admin, app_user.disabled,
                   project_member.role
            FROM project_member
            JOIN app_user ON app_user.id = project_member.user_id
            WHERE project_member.project_id = :projectId
            ORDER BY app_user.name, project_member.role
            """;

    private static final String INSERT_ROLE = """
            INSERT INTO project_member (project_id, user_id, role)
            VALUES (:projectId, :userId, :role)
            """;

    private static final String DELETE_ROLES = """
            DELETE FROM project_member
            WHERE project_id = :projectId AND user_id = :userId
            """;

    private static final String SET_DELETED = """
            UPDATE project
            SET deleted_at = :deletedAt
            WHERE id = :id
            """;

    private static final String LOCK = """
            SELECT id
            FROM project
            WHERE id = :id
            FOR UPDATE
            """;

    private final JdbcClient jdbc;

    ProjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Project project) {
        jdbc.sql(INSERT)
                .param("id", project.id().value())
                .param("name", project.name())
                .param("settings", ProjectSettingsJson.write(project.settings()))
                .param("createdAt", project.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Project project) {
        jdbc.sql(UPDATE)
                .param("id", project.id().value())
                .param("name", project.name())
                .param("settings", ProjectSettingsJson.write(project.settings()))
                .update();
    }

    Optional<Project> find(ProjectId id) {
        return jdbc.sql(SELECT)
                .param("id", id.value())
                .query(ProjectRepository::project)
                .optional();
    }

    boolean exists(ProjectId id) {
        return find(id).isPresent();
    }

    boolean isNameTaken(String name, ProjectId byAnotherThan) {
        return count(jdbc.sql(NAME_TAKEN).param("name", name).param("id", byAnotherThan.value())) > 0;
    }

    /** The projects a person is a member of, oldest first, each with their roles there. */
    Map<Project, Set<Role>> of(UserId user) {
        Map<Project, Set<Role>> found = new LinkedHashMap<>();
        jdbc.sql(SELECT_OF_USER).param("userId", user.value()).query(row -> {
            found.computeIfAbsent(project(row, 0), project -> EnumSet.noneOf(Role.class))
                    .add(Role.valueOf(row.getString("role")));
        });
        return found;
    }

    List<Project> trashOf(UserId manager) {
        return jdbc.sql(SELECT_TRASH_OF_MANAGER)
                .param("userId", manager.value())
                .query(ProjectRepository::project)
                .list();
    }

    Set<Role> roles(ProjectId project, UserId user) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        jdbc.sql(SELECT_ROLES)
                .param("projectId", project.value())
                .param("userId", user.value())
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .list()
                .forEach(roles::add);
        return roles;
    }

    boolean managesTrashed(ProjectId project, UserId user) {
        return count(jdbc.sql(MANAGES_TRASHED)
                        .param("projectId", project.value())
                        .param("userId", user.value()))
                > 0;
    }

    boolean managesAny(UserId user) {
        return count(jdbc.sql(MANAGES_ANY).param("userId", user.value())) > 0;
    }

    List<Member> members(ProjectId project) {
        Map<User, Set<Role>> found = new LinkedHashMap<>();
        jdbc.sql(SELECT_MEMBERS).param("projectId", project.value()).query(row -> {
            User user = new User(
                    new UserId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("display_name"),
                    row.getBoolean("admin"),
                    row.getBoolean("disabled"));
            found.computeIfAbsent(user, member -> EnumSet.noneOf(Role.class)).add(Role.valueOf(row.getString("role")));
        });
        List<Member> members = new ArrayList<>();
        found.forEach((user, roles) -> members.add(new Member(user, roles)));
        return members;
    }

    /** Gives exactly these roles; none removes the member. */
    void setRoles(ProjectId project, UserId user, Set<Role> roles) {
        jdbc.sql(DELETE_ROLES)
                .param("projectId", project.value())
                .param("userId", user.value())
                .update();
        for (Role role : roles) {
            jdbc.sql(INSERT_ROLE)
                    .param("projectId", project.value())
                    .param("userId", user.value())
                    .param("role", role.name())
                    .update();
        }
    }

    void setDeleted(ProjectId project, @Nullable Instant at) {
        jdbc.sql(SET_DELETED)
                .param("id", project.value())
                .param("deletedAt", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets changes of one project's members happen one after the other. */
    void lock(ProjectId project) {
        jdbc.sql(LOCK).param("id", project.value()).query(UUID.class).optional();
    }

    private static long count(JdbcClient.StatementSpec statement) {
        return statement.query(Long.class).single();
    }

    private static Project project(ResultSet row, int number) throws SQLException {
        return new Project(
                new ProjectId(row.getObject("id", UUID.class)),
                row.getString("name"),
                ProjectSettingsJson.read(row.getString("settings")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
