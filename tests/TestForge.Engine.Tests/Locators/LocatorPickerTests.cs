using TestForge.Engine.Browser;
using TestForge.Engine.Locators;

namespace TestForge.Engine.Tests.Locators;

public sealed class LocatorPickerTests
{
    [Fact]
    public async Task What_a_style_sheet_adds_to_a_name_does_not_cost_the_element_its_name()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = """
                <!doctype html><html lang="en"><title>Icons</title><style>.icon::before { content: "\f0ce" } .clear::after { content: " " } .mute::before { content: "\f0ce" / "" }</style>
                <a href="/tables"><i class="icon"></i> Tables</a> <a href="/charts" class="clear">Charts</a> <a href="/help" class="mute">Help</a>
                <a href="/news"><i class="icon" aria-hidden="true"></i> News</a> <a href="/"><i class="icon"></i> Data tables</a></html>
                """,
        });
        var cancellationToken = TestContext.Current.CancellationToken;
        var facts = await rig.ReadAsync("/");
        await using var session = await BrowserSession.OpenAsync(rig.Browser, new(), cancellationToken);
        await session.Page.GotoAsync(rig.Url.AbsoluteUri);

        var written = new Dictionary<string, string?>();
        foreach (var element in facts.Elements)
        {
            written[element.Print.Name] = (await LocatorPicker.PickAsync(session.Page, element.Print, cancellationToken))?.ToString();
        }

        written["Charts"].ShouldBe("getByRole('link', { name: 'Charts', exact: true })");
        written["Help"].ShouldBe("getByRole('link', { name: 'Help', exact: true })");
        written["News"].ShouldBe("getByRole('link', { name: 'News', exact: true })");
        written["Data tables"].ShouldBe("getByRole('link', { name: 'Data tables' })");

        // A part of another link's name, so its words alone do not tell it.
        written["Tables"].ShouldBe("getByText('Tables', { exact: true })");
    }
}
