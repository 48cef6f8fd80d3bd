using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Steps;

/// <summary>A heal is decided on a page as it was read; what its locator finds later may be unfit.</summary>
public sealed class LiveChecksTests
{
    private const string Page = """
        <button id=ok>OK</button> <button id=off disabled>Off</button> <button id=gone style="display:none">Gone</button>
        <p class=two>One</p><p class=two>Two</p>
        <input id=text> <input id=fixed readonly> <div id=rich contenteditable>Rich</div> <input id=box type=checkbox> <select id=list><option>A</option></select>
        <form id=form style="padding:9px"><button>Send</button></form>
        <iframe id=frame srcdoc="<button id=inner>Inner</button>"></iframe>
        """;

    private static readonly ElementFingerprint Button = new() { Tag = "button", Role = "button" };
    private static readonly ElementFingerprint Field = new() { Tag = "input", Role = "textbox" };

    [Fact]
    public async Task Only_what_is_fit_for_the_step_is_used()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/"] = Page });
        await using var session = await BrowserSession.OpenAsync(rig.Browser, new(), TestContext.Current.CancellationToken);
        await session.Page.GotoAsync(rig.Url.AbsoluteUri);
        var click = new StepAction.Click("e");
        var fill = new StepAction.Fill("e", "x");

        (await RefusalAsync("#ok", Button, click)).ShouldBeNull();
        (await RefusalAsync("#missing", Button, click)).ShouldBe("it finds nothing");
        (await RefusalAsync(".two", new() { Tag = "p" }, click)).ShouldBe("it finds 2 elements");
        (await RefusalAsync("#off", Button, click)).ShouldBe("it is disabled");
        (await RefusalAsync("#off", Button, new StepAction.ExpectVisible("e"))).ShouldBeNull();
        (await RefusalAsync("#gone", Button, click)).ShouldBe("it is not visible");
        (await RefusalAsync("#form", Button, click)).ShouldBe("it is <form>, which holds other elements");
        (await RefusalAsync("#frame", Button, click)).ShouldBe("it is <iframe>, which holds other elements");
        (await RefusalAsync("#inner", Button, click, "#frame")).ShouldBe("it is in another frame");
        (await RefusalAsync("#inner", Button with { Frames = ["#old"] }, click, "#frame")).ShouldBeNull();
        (await RefusalAsync("#text", Field, fill)).ShouldBeNull();
        (await RefusalAsync("#rich", Field, fill)).ShouldBeNull();
        (await RefusalAsync("#fixed", Field, fill)).ShouldBe("<input> is not used in this way");
        (await RefusalAsync("#box", Field, fill)).ShouldBe("<input> of type checkbox is not used in this way");
        (await RefusalAsync("#box", Field, new StepAction.SetChecked("e", true))).ShouldBeNull();
        (await RefusalAsync("#text", Field, new StepAction.Choose("e", "A"))).ShouldBe("<input> is not used in this way");
        (await RefusalAsync("#list", Field, new StepAction.Choose("e", "A"))).ShouldBeNull();

        Task<string?> RefusalAsync(string css, ElementFingerprint wanted, StepAction action, params string[] frames)
        {
            var healed = new LocatorSpec { Kind = LocatorKind.Css, Value = css, Frames = frames };
            return LiveChecks.RefusalAsync(session.Page.Locate(healed), wanted, healed, action, TimeSpan.Zero, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task An_element_that_comes_a_moment_later_is_waited_for()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/"] = "<main></main><script>setTimeout(() => document.querySelector('main').innerHTML = '<button id=late>Late</button>', 200)</script>" });
        await using var session = await BrowserSession.OpenAsync(rig.Browser, new(), TestContext.Current.CancellationToken);
        await session.Page.GotoAsync(rig.Url.AbsoluteUri);
        var healed = new LocatorSpec { Kind = LocatorKind.Css, Value = "#late" };

        (await LiveChecks.RefusalAsync(session.Page.Locate(healed), Button, healed, new StepAction.Click("e"), TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBeNull();
    }
}
