using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery.States;

/// <summary>What acting finds that reading does not, and what acting must not do.</summary>
public sealed class StateExplorerTests(StateSiteCrawl crawl) : IClassFixture<StateSiteCrawl>
{
    private SiteMap Map => crawl.Map;

    public static TheoryData<string> Behind => [.. StateSite.Behind];

    [Theory]
    [MemberData(nameof(Behind))]
    public void What_only_acting_shows_is_found(string path) =>
        Map.Pages.Select(p => new Uri(p.Url).AbsolutePath).ShouldContain(path, customMessage: Story());

    [Theory]
    [InlineData("/tabs", "click", "Second panel")]
    [InlineData("/dialog", "click", "Sizes")]
    [InlineData("/select", "select", "Andes")]
    [InlineData("/shortcut", "press", "Shortcuts")]
    [InlineData("/drag", "drag", "Card is done")]
    [InlineData("/wizard", "submit", "Step two")]
    [InlineData("/signup", "submit", "Thanks")]
    public void A_state_says_what_it_shows_and_how_to_get_there(string path, string action, string title)
    {
        var state = States(path).SingleOrDefault(s => s.Title == title).ShouldNotBeNull(Story(path));

        var last = state.Path[^1];
        last.Action.ShouldBe(action);
        Map.Transitions.ShouldContain(t => t.To == state.Id && t.Action == action && t.ElementId == last.ElementId);
    }

    [Fact]
    public void A_menu_that_style_sheets_alone_open_is_a_state() =>
        States("/css-menu").ShouldContain(s => s.Path.Count == 1 && s.Path[0].Action == "hover" && s.Elements.Any(e => e.Print.Name == "Hidden offer"),
            Story("/css-menu"));

    [Fact]
    public void Steps_behind_one_button_are_all_found() =>
        States("/steps").Select(s => s.Title).ShouldBe(["Your address", "Check everything", "Welcome on board"], ignoreOrder: false, Story("/steps"));

    [Fact]
    public void Routes_without_links_are_pages()
    {
        var addresses = Map.Pages.SelectMany(p => p.Duplicates.Prepend(p.Url)).Select(u => new Uri(u)).Select(u => u.AbsolutePath + u.Fragment).ToArray();

        addresses.ShouldContain("/spa/settings", Story("/spa"));
        addresses.ShouldContain("/spa/people");
        addresses.ShouldContain(a => a.EndsWith("#/archive", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_page_notes_in_its_parameters_is_a_state_of_it()
    {
        States("/noted").Select(s => s.Title).ShouldBe(["As lines", "As table"], ignoreOrder: true, Story("/noted"));

        Map.Pages.Count(p => new Uri(p.Url).AbsolutePath == "/noted").ShouldBe(1);
    }

    [Fact]
    public void Independent_controls_are_not_combined() => States("/accordion").Count.ShouldBe(5, Story("/accordion"));

    [Theory]
    [InlineData("/counter")]
    [InlineData("/clock")]
    public void Other_numbers_and_times_are_not_another_state(string path) => States(path).ShouldBeEmpty(Story(path));

    [Fact]
    public void Of_the_same_button_in_many_rows_two_are_tried() => crawl.Site.Opened.Count.ShouldBe(2);

    [Fact]
    public void Nothing_is_deleted_and_a_question_is_answered_with_no()
    {
        crawl.Site.Changes.ShouldBeEmpty();

        var skipped = Map.Skipped.Where(s => s.Code == "destructive").Select(s => s.Reason).ToArray();
        skipped.ShouldContain(r => r.Contains("DELETE") && r.Contains("/things/1"), Story());
        skipped.ShouldContain(r => r.Contains("DELETE") && r.Contains("/things/2"));
        skipped.ShouldContain("it asks first: Really archive everything?");
    }

    [Fact]
    public void A_form_that_sends_elsewhere_is_left_alone() =>
        Map.Skipped.ShouldContain(s => s.Code == "other-origin" && s.Reason.Contains("http://elsewhere.test"));

    [Fact]
    public void Forms_are_sent_with_data_that_their_fields_accept()
    {
        var sent = crawl.Site.SignUps.ShouldHaveSingleItem();

        sent.ShouldMatch(@"email=\S+@\S+ code=[A-Z]{2}\d{3} born=\d{4}-\d\d-\d\d country=(Chad|Fiji)");
    }

    [Fact]
    public async Task A_control_that_siblings_share_is_tried_in_one()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = """
                <!doctype html><html lang="en"><title>Files</title><link rel="icon" href="data:,"><h1>Files</h1>
                <a href="#/list">List</a> <a href="#/tiles">Tiles</a> <button onclick="help.hidden = false">Help</button><section id="help" hidden><h2>Help</h2></section><div id="view"></div>
                <script>
                  const views = { '#/list': '<ul><li>One</li></ul><button onclick="own.hidden = false">Sort</button><section id="own" hidden><h2>Sorted</h2></section>', '#/tiles': '<table><tr><td>One</td></tr></table>' };
                  const draw = () => { view.innerHTML = views[location.hash] ?? '<p>Choose</p>'; };
                  onhashchange = draw; draw();
                </script></html>
                """,
        });

        var map = await rig.DiscoverAsync();

        map.Pages.Count.ShouldBe(3);
        map.States.Count(s => s.Title == "Help").ShouldBe(1);
        map.States.Count(s => s.Title == "Sorted").ShouldBe(1);
    }

    [Fact]
    public async Task States_above_the_limit_are_told()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = "<!doctype html><html lang=\"en\"><title>Home</title><link rel=\"icon\" href=\"data:,\"><details><summary>One</summary>1</details><details><summary>Two</summary>2</details><details><summary>Three</summary>3</details></html>",
        });

        var map = await rig.DiscoverAsync(new(MaxStates: 2));

        map.States.Count.ShouldBe(2);
        map.Transitions.ShouldAllBe(t => t.From == "p1" || map.States.Any(s => s.Id == t.From));
        map.Skipped.ShouldContain(s => s.Code == "max-states" && s.PageId == "p1");
    }

    private IReadOnlyList<SiteState> States(string path)
    {
        var id = Map.Pages.Single(p => new Uri(p.Url).AbsolutePath == path && new Uri(p.Url).Fragment.Length == 0).Id;
        return [.. Map.States.Where(s => s.PageId == id)];
    }

    private string Story(string? path = null) => string.Join('\n',
        Map.States.Select(s => (Page: new Uri(Map.Pages.Single(p => p.Id == s.PageId).Url).AbsolutePath, State: s))
            .Where(s => path is null || s.Page == path)
            .Select(s => $"{s.Page} {s.State.Id} '{s.State.Title}' by {string.Join(" then ", s.State.Path.Select(p => $"{p.Action} {p.ElementId} {p.Value}"))}")
            .Concat(Map.Skipped.Select(s => $"skipped {s.Code} {s.What}: {s.Reason}")));
}
