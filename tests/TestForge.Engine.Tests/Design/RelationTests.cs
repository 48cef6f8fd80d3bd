using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Design;

/// <summary>Expectations that hold whatever the data are, and that faults break.</summary>
public sealed class RelationTests
{
    private const string Data = """[{ name: 'Walnut bread', price: 4 }, { name: 'Oat biscuits', price: 7 }, { name: 'Lime soda', price: 2 }]""";
    private const string OtherData = """[{ name: 'Tent', price: 30 }, { name: 'Lamp', price: 12 }, { name: 'Rope', price: 8 }, { name: 'Stove', price: 45 }, { name: 'Map', price: 5 }]""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Relations_hold_with_other_data_and_every_fault_breaks_one()
    {
        var page = ListSite.Page(Data);
        await using var site = await SiteHost.StartAsync(app => app.MapGet("/", () => Results.Content(page, "text/html")));
        await using var rig = await DesignRig.StartAsync(Token, site.Url);
        var map = await SiteMapper.MapAsync(rig.Browsers, site.Url, ["/"], Token);
        var plan = await rig.DesignAsync(map, Token, maxTests: 40);

        plan.Cases.Select(c => c.Technique).ShouldContain("list");
        (await rig.RunAsync(plan, Token)).ShouldBeEmpty();
        page = ListSite.Page(OtherData);
        (await rig.RunAsync(plan, Token)).ShouldBeEmpty();
        foreach (var fault in ListSite.Faults.Keys)
        {
            page = ListSite.Page(Data, fault);
            (await rig.RunAsync(plan, Token)).ShouldNotBeEmpty(fault);
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Nothing_but_what_a_case_has_made_is_removed()
    {
        await using var site = await SiteHost.StartAsync(app => app.MapGet("/", () => Results.Content(ListSite.Page(Data), "text/html")));
        await using var rig = await DesignRig.StartAsync(Token, site.Url);
        var plan = await rig.DesignAsync(await SiteMapper.MapAsync(rig.Browsers, site.Url, ["/"], Token), Token, maxTests: 40);

        var locators = plan.Elements.ToDictionary(e => e.Id, e => e.Locator.ToString());
        var removals = plan.Cases.SelectMany(c => c.Steps).Where(s => s.Action is StepAction.Click c && locators[c.ElementId].Contains("Delete", StringComparison.Ordinal)).ToArray();
        removals.ShouldNotBeEmpty();
        removals.ShouldAllBe(s => locators[s.Action.Element!].Contains("${unique}", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_record_that_was_there_may_be_changed_by_its_form_and_is_never_removed()
    {
        await using var notes = await NotesSite.StartAsync();
        await using var rig = await DesignRig.StartAsync(Token, notes.Url);
        var plan = await rig.DesignAsync(await SiteMapper.MapAsync(rig.Browsers, notes.Url, ["/", "/notes/new", "/notes/1/edit"], Token), Token, maxTests: 40);

        plan.Cases.ShouldContain(c => c.Id.StartsWith("form-notes-1-edit", StringComparison.Ordinal) && c.Technique == "form-valid");
        notes.Removed.ShouldNotBeEmpty("a case removes the note that it has made");
        notes.Removed.ShouldAllBe(id => id > NotesSite.Given);
    }
}
