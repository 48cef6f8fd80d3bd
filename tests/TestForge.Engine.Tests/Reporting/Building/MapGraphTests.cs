using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting.Building;

public sealed class MapGraphTests
{
    [Fact]
    public void A_link_of_the_navigation_is_told_once_however_many_pages_have_it()
    {
        var map = Build(MapSamples.Site(pages: 30));

        var way = map.Shared.Single(w => w.Control == "Help");
        (way.To, way.Pages).ShouldBe(("p1", 30));
        map.Ways.ShouldNotContain(w => w.Control == "Help");
    }

    [Fact]
    public void A_state_hangs_on_what_its_action_was_done_on_and_says_which()
    {
        var nodes = Build(MapSamples.Site(pages: 3)).Nodes.ToDictionary(n => n.Id);

        (nodes["p0.s1"].Parent, nodes["p0.s1"].Via).ShouldBe(("p0", "click “Basket”"));
        (nodes["p0.s2"].Parent, nodes["p0.s2"].Via).ShouldBe(("p0.s1", "select “Gift” in “Wrapping”"));
    }

    [Fact]
    public void A_state_without_a_name_of_its_own_is_called_after_its_control() =>
        Build(MapSamples.Site(pages: 3)).Nodes.Single(n => n.Id == "p0.s2").Title.ShouldBe("After “Gift” in “Wrapping”");

    [Fact]
    public void A_page_that_only_a_state_leads_to_hangs_on_the_page_of_the_state()
    {
        var site = MapSamples.Site(pages: 3);
        site = site with { Transitions = [.. site.Transitions.Where(t => t.To != "p2"), new("p0.s1", "p2", "p0.s1.e1", "click")] };

        Build(site).Nodes.Single(n => n.Id == "p2").Parent.ShouldBe("p0");
    }

    [Fact]
    public void Nodes_come_after_their_parents_and_none_twice()
    {
        var seen = new HashSet<string>();
        foreach (var node in Build(MapSamples.Site(pages: 200)).Nodes)
        {
            (node.Parent is null || seen.Contains(node.Parent)).ShouldBeTrue(node.Id);
            seen.Add(node.Id).ShouldBeTrue(node.Id);
        }

        seen.Count.ShouldBe(202);
    }

    [Fact]
    public void Ways_to_what_the_map_does_not_hold_are_left_out()
    {
        var site = MapSamples.Site(pages: 3);

        Build(site with { Transitions = [.. site.Transitions, new("p0", "p99", "p0.e1", "click")] }).Ways.ShouldNotContain(w => w.To == "p99");
    }

    private static ReportMap Build(SiteMap site) => MapGraph.Build(site, new Reach(null, new Dictionary<string, CaseResult>())).ShouldNotBeNull();
}
