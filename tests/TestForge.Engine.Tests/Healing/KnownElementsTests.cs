using TestForge.Engine.Healing;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing;

public sealed class KnownElementsTests
{
    private static readonly ElementFingerprint Old = Link("Return to login", "html[1]/body[1]/a[1]");
    private static readonly ElementFingerprint New = Link("Back to login", "html[1]/body[1]/a[1]");
    private static readonly ElementFingerprint Help = Link("Help", "html[1]/body[1]/a[2]");

    private static readonly PlanElement Wanted = new("e1", "p1", "Return to login", new() { Kind = LocatorKind.Role, Value = "link", Name = "Return to login" }, Old);

    private static readonly TestPlan Plan = new()
    {
        Target = new("http://localhost/"),
        Features = [new("all", "All", "Everything.")],
        Cases = [],
        Pages = [new("p1", "Page", "/")],
        Elements = [Wanted],
    };

    [Fact]
    public void All_that_was_on_the_page_with_the_element_is_known()
    {
        var known = KnownElements.Beside(Wanted, Plan, [Old, Help]);

        known.Complete.ShouldBeTrue();
        known.Others.Select(o => o.Name).ShouldBe(["Help"]);
    }

    [Fact]
    public void A_page_on_which_a_case_passed_after_the_change_tells_nothing_of_what_was_beside_the_element()
    {
        var known = KnownElements.Beside(Wanted, Plan, [New, Help]);

        known.Complete.ShouldBeFalse();
        known.Others.ShouldBeEmpty();
    }

    private static ElementFingerprint Link(string name, string xpath) => new() { Tag = "a", Role = "link", Name = name, XPath = xpath };
}
