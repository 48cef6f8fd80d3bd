using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Healing;

/// <summary>Pages before and after a change, in a real browser. What must not be healed matters most.</summary>
public sealed class HealStageTests
{
    private const string Form = """
        <main><h1>Profile</h1><form>
        <label>First name <input id=first name=first_name></label>
        <label>Last name <input id=last name=last_name></label>
        <label>Password <input id=pw name=pw type=password></label>
        <button id=save data-testid=save>Save</button><button type=button id=help>Help</button></form></main>
        """;

    [Theory]
    [InlineData("Save", "data-testid=save", "data-testid=save-profile", "getByTestId('save-profile')")]
    [InlineData("First name", ">First name <", ">Given name <", "getByRole('textbox', { name: 'Given name', exact: true })")]
    public async Task Finds_an_element_whose_name_or_test_id_changed(string name, string old, string @new, string locator)
    {
        var record = await HealAsync(Form, Form.Replace(old, @new, StringComparison.Ordinal), name);

        record.Decision.ShouldBe(HealDecision.Healed);
        record.New!.ToString().ShouldBe(locator);
        record.Candidates.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Does_not_take_the_surname_for_a_first_name_that_is_gone()
    {
        var record = await HealAsync(Form, Form.Replace("<label>First name <input id=first name=first_name></label>", "", StringComparison.Ordinal), "First name");

        record.Decision.ShouldBe(HealDecision.NotFound);
        record.New.ShouldBeNull();
    }

    [Fact]
    public async Task Does_not_heal_a_feature_that_was_removed()
    {
        var record = await HealAsync(Form, Form.Replace("<button id=save data-testid=save>Save</button>", "", StringComparison.Ordinal), "Save");

        record.Decision.ShouldBe(HealDecision.NotFound);
        record.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Does_not_heal_to_a_hidden_clone()
    {
        var after = Form.Replace("<button id=save data-testid=save>Save</button>", "<button id=save style='display:none'>Save</button>", StringComparison.Ordinal);

        (await HealAsync(Form, after, "Save")).Decision.ShouldBe(HealDecision.NotFound);
    }

    [Fact]
    public async Task Does_not_heal_when_the_meaning_has_changed()
    {
        var after = Form.Replace("<button id=save data-testid=save>Save</button>", "<button id=save>Delete</button>", StringComparison.Ordinal);

        var record = await HealAsync(Form, after, "Save");

        record.Decision.ShouldBe(HealDecision.NotFound);
        record.Reason.ShouldContain("meaning");
    }

    [Fact]
    public async Task Does_not_type_a_name_into_a_password()
    {
        var after = "<main><form><label>First name <input id=first name=first_name type=password></label></form></main>";

        (await HealAsync(Form, after, "First name")).Decision.ShouldBe(HealDecision.NotFound);
    }

    [Fact]
    public async Task Refuses_to_choose_between_look_alikes()
    {
        const string Row = "<li><button>Edit</button></li>";
        var before = $"<main><ul><li><button data-testid=edit>Edit</button></li></ul></main>";

        (await HealAsync(before, $"<main><ul>{Row}{Row}</ul></main>", "Edit")).Decision.ShouldBe(HealDecision.Ambiguous);
    }

    [Fact]
    public async Task Follows_a_button_that_swapped_places_with_its_neighbour()
    {
        var after = Form.Replace("<button id=save data-testid=save>Save</button><button type=button id=help>Help</button>", "<button type=button id=help>Help</button><button id=save>Save</button>", StringComparison.Ordinal);

        var record = await HealAsync(Form, after, "Save");

        record.Decision.ShouldBe(HealDecision.Healed);
        record.After!.Name.ShouldBe("Save");
    }

    [Fact]
    public async Task Follows_an_element_into_an_iframe_only_as_an_element_of_it()
    {
        var after = $"""<main><h1>Profile</h1><iframe id=box srcdoc="{Form.Replace("data-testid=save", "", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)}"></iframe></main>""";

        var record = await HealAsync(Form, after, "Save");

        record.After?.Tag.ShouldNotBe("iframe");
        record.New?.Frames.ShouldBe(["#box"]);
    }

    [Fact]
    public async Task Does_not_take_a_neighbour_that_inherited_a_numbered_id()
    {
        const string Before = "<main><form><label>First name <input id=field1 name=f1></label><label>Last name <input id=field2 name=f2></label></form></main>";
        const string After = "<main><form><label>Last name <input id=field1 name=f1></label></form></main>";

        (await HealAsync(Before, After, "First name")).Decision.ShouldBe(HealDecision.NotFound);
    }

    [Fact]
    public async Task Does_not_choose_when_labels_and_identifiers_were_swapped()
    {
        var after = Form.Replace(">First name <", ">? <", StringComparison.Ordinal).Replace(">Last name <", ">First name <", StringComparison.Ordinal).Replace(">? <", ">Last name <", StringComparison.Ordinal);

        (await HealAsync(Form, after, "First name")).Decision.ShouldBe(HealDecision.Ambiguous);
    }

    [Fact]
    public async Task Does_not_take_a_longer_name_beside_it_for_a_button_that_is_gone()
    {
        const string Before = "<main><p><button>Sign in</button></p><p><button>Sign in with Google</button></p></main>";

        (await HealAsync(Before, Before.Replace("<p><button>Sign in</button></p>", "<p>Welcome to the shop, please choose.</p>", StringComparison.Ordinal), "Sign in"))
            .Decision.ShouldBe(HealDecision.NotFound);
    }

    [Fact]
    public async Task Does_not_take_an_element_that_the_plan_knows_as_another()
    {
        const string Before = "<main><a href='/next'>Next</a><hr><a href='/next-page'>Next page</a></main>";
        const string After = "<main><a href='/next-page'>Next page</a></main>";

        var record = await HealAsync(Before, After, "Next", "Next page");

        record.Decision.ShouldBe(HealDecision.NotFound);
        record.Reason.ShouldContain("Next page");
    }

    [Fact]
    public async Task Does_not_take_another_row_when_a_list_was_reordered()
    {
        const string Alice = "<li><span>Alice Archer</span> <button>Edit</button></li>";
        const string Bob = "<li><span>Bob Baker</span> <button>Edit</button></li>";
        var before = $"<main><ul>{Alice.Replace("<button>", "<button data-testid=edit-alice>", StringComparison.Ordinal)}{Bob}</ul></main>";

        var record = await HealAsync(before, $"<main><ul>{Bob}{Alice}</ul></main>", "Edit");

        (record.Decision == HealDecision.Healed ? record.After!.NeighbourText : "Alice").ShouldNotBeNull().ShouldContain("Alice");
    }

    [Fact]
    public async Task Does_not_look_for_what_a_case_only_expects_to_be_gone()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>());
        var print = new ElementFingerprint { Tag = "button", Role = "button", Name = "Save", Id = "save" };
        var element = new PlanElement("p1.e1", "p1", "Save", new() { Kind = LocatorKind.TestId, Value = "save" }, print);
        var facts = await rig.StoreAsync(ArtifactKinds.PageFacts, new PageFacts { Url = "/", Elements = [new(print, Visible: true, Enabled: true)] });
        var plan = await rig.StoreAsync(ArtifactKinds.TestPlan, Plans.Of(rig.Url, [element], Plans.Case("gone", new StepAction.ExpectHidden("p1.e1")), Plans.Case("used", new StepAction.Click("p1.e1"))));

        var gone = await rig.RunAsync(Stages.Heal, new(Guid.Empty, plan, "p1.e1", facts, ["gone"]));
        var used = await rig.RunAsync(Stages.Heal, new(Guid.Empty, plan, "p1.e1", facts, ["used"]));

        gone.Record.Decision.ShouldBe(HealDecision.Refused);
        gone.Record.Reason.ShouldContain("gone");
        used.Record.Decision.ShouldBe(HealDecision.Healed);
    }

    private static async Task<HealRecord> HealAsync(string before, string after, string name, params string[] others)
    {
        var pages = new Dictionary<string, string> { ["/"] = before };
        await using var rig = await EngineRig.ServeAsync(pages);
        var element = (await rig.ReadAsync("/")).Element("p1.e1", name);
        var known = await rig.ReadAsync("/");
        var elements = others.Select((other, i) => known.Element($"p1.e{i + 2}", other));
        pages["/"] = after;
        var facts = await rig.StoreAsync(ArtifactKinds.PageFacts, await rig.ReadAsync("/"));
        var plan = await rig.StoreAsync(ArtifactKinds.TestPlan, Plans.Of(rig.Url, [element, .. elements], Plans.Case("c", new StepAction.Click("p1.e1"))));

        var output = await rig.RunAsync(Stages.Heal, new(Guid.Empty, plan, "p1.e1", facts, ["c"]));

        output.Record.CaseIds.ShouldBe(["c"]);
        return output.Record;
    }
}
