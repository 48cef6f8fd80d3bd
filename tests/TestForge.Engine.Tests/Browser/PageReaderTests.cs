using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Tests.Browser;

public sealed class PageReaderTests
{
    [Fact]
    public async Task A_form_whose_fields_are_named_like_its_properties_is_read()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = """<!doctype html><h1>Article</h1><form method="post"><input name="title" aria-label="Title"><input name="id" aria-label="Number"><input name="children" aria-label="Children"><input name="attributes" aria-label="Attributes"><input name="elements" aria-label="Elements"><button>Save</button></form>""",
        });

        var page = await rig.ReadAsync("/");

        page.Forms.ShouldHaveSingleItem().Name.ShouldBe("");
        page.Forms[0].Fields.Select(f => f.Label).ShouldBe(["Title", "Number", "Children", "Attributes", "Elements"]);
    }

    [Fact]
    public async Task What_a_page_draws_with_its_next_frames_is_waited_for_where_asked()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            // The drawing begins when the page is looked at, so that none of it is over by then.
            ["/"] = """
                <!doctype html><html lang="en"><title>Before</title><h1>Board</h1><script>
                  let seen = false;
                  Object.defineProperty(document, 'readyState', { get() {
                    if (!seen) requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'Drawn'; }));
                    seen = true;
                    return 'complete';
                  } });
                </script></html>
                """,
        });

        (await rig.ReadAsync("/", new(QuietMilliseconds: 0, Frames: true))).Title.ShouldBe("Drawn");
    }

    [Fact]
    public async Task The_body_of_an_answer_is_waited_for_and_not_its_head_alone()
    {
        await using var rig = await EngineRig.StartAsync(app =>
        {
            app.MapGet("/", () => Results.Content("<!doctype html><html lang=\"en\"><title>Before</title><h1>Board</h1><script>fetch('/data').then((r) => r.json()).then((d) => { document.title = d.title; })</script></html>", "text/html"));
            app.MapGet("/data", async (HttpContext http) =>
            {
                http.Response.ContentType = "application/json";
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(500, http.RequestAborted);
                await http.Response.WriteAsync("""{"title":"Shown"}""", http.RequestAborted);
            });
        });

        (await rig.ReadAsync("/")).Title.ShouldBe("Shown");
    }
}
