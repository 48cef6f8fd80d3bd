using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Settings;

public sealed class RolesFileTests : IDisposable
{
    private const string Login = """
        {
          "url": "/login",
          "steps": [{ "do": "fill", "locator": { "kind": "label", "value": "Password" }, "value": "${env:ADMIN_PASSWORD}" }],
          "success": { "url": "/" }
        }
        """;

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _variables = new() { ["ADMIN_PASSWORD"] = "s3cret" };

    public RolesFileTests()
    {
        _folder.Write("admin-login.json", Login);
        _folder.Write("clerk.json", """{ "cookies": [], "origins": [] }""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reads_the_roles_in_their_order_with_paths_beside_the_file()
    {
        var roles = await ReadAsync("""{ "admin": { "login": "admin-login.json" }, "clerk": { "storageState": "clerk.json" }, "anonymous": {} }""");

        roles.Select(r => r.Name).ShouldBe(["admin", "clerk", "anonymous"]);
        roles[0].Session.Login!.Steps[0].Value.ShouldBe("${env:ADMIN_PASSWORD}");
        roles[1].Session.StorageStatePath.ShouldBe(_folder.In("clerk.json"));
        roles[2].Session.ShouldBe(new SessionSource());
    }

    [Theory]
    [InlineData("""{ "admin": { "logins": "admin-login.json" } }""", "config.unknown_key", "'login'")]
    [InlineData("""{ "admin": "admin-login.json" }""", "config.invalid_type", "role 'admin'")]
    [InlineData("""{ "admin": { "login": 3 } }""", "config.invalid_type", "'login'")]
    [InlineData("""{ "admin": { "login": "no.json" } }""", "login.not_found", "no.json")]
    [InlineData("""{ "admin": { "storageState": "no.json" } }""", "config.invalid_storage_state", "no.json")]
    [InlineData("""{ "<b>": {} }""", "config.invalid_value", "name")]
    [InlineData("""{ "a": {}, "a": {} }""", "config.invalid_json", "roles.json")]
    [InlineData("{}", "config.invalid_value", "0 roles")]
    [InlineData("[]", "config.invalid_json", "object")]
    [InlineData("{", "config.invalid_json", "roles.json")]
    public async Task Says_what_is_wrong_with_a_file(string json, string code, string names)
    {
        var error = await Should.ThrowAsync<StageException>(() => ReadAsync(json));

        error.Code.ShouldBe(code);
        error.Message.ShouldContain(names);
    }

    [Fact]
    public async Task A_secret_of_a_role_that_is_not_set_is_named()
    {
        _variables.Clear();

        (await Should.ThrowAsync<StageException>(() => ReadAsync("""{ "admin": { "login": "admin-login.json" } }"""))).Code.ShouldBe("login.missing_variable");
    }

    [Fact]
    public async Task Tests_run_as_the_first_role_unless_a_session_is_given()
    {
        var values = new SettingValues();
        values.Set(KnownSettings.Roles, _folder.Write("roles.json", """{ "clerk": { "storageState": "clerk.json" }, "anonymous": {} }"""));
        (await SessionAsync(values)).StorageStatePath.ShouldBe(_folder.In("clerk.json"));

        values.Set(KnownSettings.Login, _folder.In("admin-login.json"));
        (await SessionAsync(values)).Login.ShouldNotBeNull();
        var roles = await SessionSettings.RolesAsync(values, _variables.GetValueOrDefault, TestContext.Current.CancellationToken);
        roles.Select(r => r.Name).ShouldBe(["main", "clerk", "anonymous"]);
        roles[0].Session.Login.ShouldNotBeNull();
    }

    private Task<SessionSource> SessionAsync(SettingValues values) =>
        SessionSettings.ReadAsync(values, _variables.GetValueOrDefault, TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<RoleSource>> ReadAsync(string json) =>
        new RolesFile(_variables.GetValueOrDefault).ReadAsync(_folder.Write("roles.json", json), TestContext.Current.CancellationToken);
}
