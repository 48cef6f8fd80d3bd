using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Engine.Values;

namespace TestForge.Engine.Tests.Discovery.States;

/// <summary>Forms that want files.</summary>
public sealed class FileFormTests
{
    private const string Form = """
        <!doctype html><title>Apply</title><h1>Apply</h1>
        <form method="post" enctype="multipart/form-data" action="/apply">
          <label>Your name <input name="name" required></label>
          <label>Photograph <input type="file" name="photo" accept="image/*" required></label>
          <label>Letter <input type="file" name="letter" accept=".pdf,.docx" required></label>
          <label>Table <input type="file" name="table" accept="text/csv"></label>
          <input type="file" name="hidden" accept="audio/mpeg" required style="display:none" id="h"><label for="h">Voice</label>
          <button>Apply</button>
        </form>
        """;

    [Fact]
    public async Task A_form_with_required_files_is_sent_with_files_of_the_kinds_it_asks_for()
    {
        var received = new ConcurrentDictionary<string, (string Name, string Type, byte[] Content)>();
        await using var rig = await EngineRig.StartAsync(app =>
        {
            app.MapGet("/", () => Results.Content(Form, "text/html"));
            app.MapPost("/apply", async (HttpContext http) =>
            {
                foreach (var file in (await http.Request.ReadFormAsync()).Files)
                {
                    using var copy = new MemoryStream();
                    await file.CopyToAsync(copy);
                    received[file.Name] = (file.FileName, file.ContentType, copy.ToArray());
                }

                return Results.Content("<!doctype html><title>Thank you</title><h1>Thank you</h1><a href=/behind>Your application</a>", "text/html");
            });
            app.MapGet("/behind", () => Results.Content("<!doctype html><title>Behind</title><h1>Behind</h1>", "text/html"));
        });

        var map = await rig.DiscoverAsync();

        map.Pages.ShouldContain(p => p.Title == "Behind");
        received["photo"].Name.ShouldBe("testforge-sample.png");
        received["photo"].Type.ShouldBe("image/png");
        received["photo"].Content.ShouldBe(SampleFile.For("image/*").Content);
        received["letter"].Name.ShouldBe("testforge-sample.pdf");
        received["letter"].Content.ShouldBe(SampleFile.For(".pdf").Content);
        received["table"].Name.ShouldBe("testforge-sample.csv");
        received["hidden"].Name.ShouldBe("testforge-sample.mp3");
    }
}
