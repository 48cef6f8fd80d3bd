using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Limits;

namespace TestForge.Server.Tests.Limits;

/// <summary>A server whose database is held up refuses what it cannot do in time, keeps answering probes, and loses nothing that it took.</summary>
public sealed class LoadSheddingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_does_not_fit_is_refused_at_once_and_what_was_taken_is_done()
    {
        await using var rig = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: services => services.Configure<LimitOptions>(o => o.AtOnce = 4));
        using var rival = await rig.RivalAsync();

        // So that the keys' first use is written before nothing more can be.
        using var warm = await rig.Client.GetAsync("/api/v1/projects", Token);
        using var warmToo = await rival.GetAsync("/api/v1/projects", Token);
        await using var held = new SqliteConnection($"Data Source={Path.Combine(rig.Folder, DataFolder.DatabaseFile)}");
        await held.OpenAsync(Token);
        await using var holding = held.BeginTransaction(deferred: false);

        var own = Enumerable.Range(0, 2).Select(i => CreateAsync(rig.Client, $"own {i}")).ToArray();
        await UntilAsync(async () => await CodeAsync(await rig.Client.GetAsync("/api/v1/projects", Token)) == "request.too_many_at_once");
        var others = Enumerable.Range(0, 22).Select(i => CreateAsync(rival, $"rival {i}")).ToList();
        var refused = new List<HttpResponseMessage>();
        while (refused.Count < 16)
        {
            var ended = await Task.WhenAny(others);
            others.Remove(ended);
            refused.Add(await ended);
        }

        refused.ShouldAllBe(r => r.StatusCode == HttpStatusCode.ServiceUnavailable && r.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        (await CodeAsync(refused[0])).ShouldBe("server.overloaded");
        (await rig.Client.GetAsync("/health/live", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        own.ShouldAllBe(t => !t.IsCompleted);

        await holding.RollbackAsync(Token);
        (await Task.WhenAll(own)).ShouldAllBe(r => r.StatusCode == HttpStatusCode.Created);
        var taken = await Task.WhenAll(others);
        taken.ShouldAllBe(r => r.StatusCode == HttpStatusCode.Created || r.StatusCode == HttpStatusCode.TooManyRequests);
        (await rival.GetFromJsonAsync<JsonElement>("/api/v1/projects", Token)).GetProperty("items").GetArrayLength().ShouldBe(taken.Count(r => r.StatusCode == HttpStatusCode.Created));
    }

    private static Task<HttpResponseMessage> CreateAsync(HttpClient client, string name) => client.PostAsJsonAsync("/api/v1/projects", new { name, baseUrl = "http://127.0.0.1:9/" }, Token);

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        response.IsSuccessStatusCode ? null : (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString();

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(20, Token);
        }
    }
}
