using TestForge.Cli.Results;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Results;

public sealed class RoleLinesTests
{
    [Fact]
    public void What_a_role_alone_sees_is_named_up_to_three()
    {
        var role = new RoleView("admin", ["/", "/a", "/b", "/c", "/d"], ["/a", "/b", "/c", "/d"], [new("/vault", "403")], [new("/", "button Grant")]) { Unshown = ["/hidden"] };

        RoleLines.Of([role]).Select(l => l.Rest.Trim()).ShouldBe(
        [
            "admin: 5 pages, 4 that no other role can open (/a, /b, /c, …), 1 closed to it (/vault (403)), 1 control that it alone sees (button Grant)",
            "/hidden opens for admin, though no page it sees leads there",
        ]);
    }
}
