using TestForge.Platform.Access;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Tests.Access;

public sealed class RoleScopesTests
{
    [Fact]
    public void The_table_speaks_of_every_scope_and_of_no_other() => RoleScopes.Table.Keys.ShouldBe(Scopes.All, ignoreOrder: true);

    [Fact]
    public void An_owner_may_everything_and_an_operator_changes_nothing_but_the_own_account()
    {
        RoleScopes.Of(Role.Owner).ShouldBe(Scopes.All, ignoreOrder: true);
        RoleScopes.Of(Role.Operator).Where(s => s.EndsWith(":write", StringComparison.Ordinal)).ShouldBe([Scopes.AccountWrite]);
        RoleScopes.Of(Role.Viewer).Where(s => s.EndsWith(":write", StringComparison.Ordinal)).ShouldBe([Scopes.AccountWrite]);
    }

    [Fact]
    public void Nobody_gives_more_than_they_have_and_only_owners_make_owners()
    {
        RoleScopes.MayGive(Role.Owner, RoleScopes.Of(Role.Owner), Role.Owner).ShouldBeTrue();
        RoleScopes.MayGive(Role.Admin, RoleScopes.Of(Role.Admin), Role.Admin).ShouldBeTrue();
        RoleScopes.MayGive(Role.Admin, RoleScopes.Of(Role.Admin), Role.Owner).ShouldBeFalse();
        RoleScopes.MayGive(Role.Owner, [Scopes.MembersWrite], Role.Viewer).ShouldBeFalse();

        // A key of the tenant has no role, whatever its scopes.
        RoleScopes.MayGive(null, Scopes.All, Role.Owner).ShouldBeFalse();
        RoleScopes.MayGive(null, Scopes.All, Role.Admin).ShouldBeTrue();
    }

    [Fact]
    public void The_page_in_the_docs_is_the_table()
    {
        var page = Path.Combine(Root(), "docs", "reference", "permissions.md");
        if (Environment.GetEnvironmentVariable("TESTFORGE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(page)!);
            File.WriteAllText(page, PermissionTable.Markdown());
        }

        File.ReadAllText(page).ShouldBe(PermissionTable.Markdown(), "run this test with TESTFORGE_APPROVE=1");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TestForge.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
