namespace TestForge.Engine.Tests.Browser;

public sealed class PageReaderTests
{
    [Fact]
    public async Task A_form_whose_fields_are_named_like_its_properties_is_read()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = """<!doctype html><h1>Article</h1><form method="post"><input name="title" aria-label="Title"><input name="id" aria-label="Number"><button>Save</button></form>""",
        });

        var page = await rig.ReadAsync("/");

        page.Forms.ShouldHaveSingleItem().Name.ShouldBe("");
        page.Forms[0].Fields.Select(f => f.Label).ShouldBe(["Title", "Number"]);
    }
}
