using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Tests.Browser;

public sealed class PictureBlockTests
{
    [Fact]
    public async Task Pictures_fonts_and_films_are_not_asked_for_and_code_is()
    {
        var asked = new ConcurrentBag<string>();
        await using var rig = await EngineRig.StartAsync(app => app.Map("{**path}", (HttpContext http) =>
        {
            asked.Add(http.Request.Path);
            return http.Request.Path == "/" ? Results.Content("""
                <!doctype html><link rel="icon" href="data:,"><style>@font-face { font-family: f; src: url(/f.woff2) } p { font-family: f }</style>
                <img src="/a.png"><img src="/b.jpg?v=1"><video src="/c.mp4" preload="auto"></video><p>Text</p><script src="/d.js"></script><img src="/picture">
                """, "text/html") : Results.NoContent();
        }));
        await using var session = await BrowserSession.OpenAsync(rig.Browser, new(PreparePage: PictureBlock.AttachAsync), TestContext.Current.CancellationToken);

        await session.Page.GotoAsync(rig.Url.AbsoluteUri);

        asked.Distinct().ShouldBe(["/", "/d.js", "/picture"], ignoreOrder: true);
    }
}
