using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Limits;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Tests.Limits;

/// <summary>A server whose places are all taken by requests that take their time refuses what does not fit, keeps answering probes, and loses nothing that it took.</summary>
public sealed class LoadSheddingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_does_not_fit_is_refused_at_once_and_what_was_taken_is_done()
    {
        await using var rig = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: FourPlaces);
        using var rival = await rig.RivalAsync();
        var release = new TaskCompletionSource();

        // A body that does not come keeps its request's place: two of each tenant, and all four are taken.
        var held = new List<Task<HttpResponseMessage>>();
        foreach (var client in (HttpClient[])[rig.Client, rival])
        {
            held.AddRange(Enumerable.Range(0, 2).Select(i => client.PostAsync("/api/v1/projects", new SlowContent(Project($"held {i}"), release.Task), Token)));
        }

        var shedding = rig.Services.GetRequiredService<LoadShedding>();
        await UntilAsync(() => shedding.Free == 0 && shedding.FreeOf(TenantOf(rig.Client)) == 0 && shedding.FreeOf(TenantOf(rival)) == 0);

        var others = Enumerable.Range(0, 20).Select(i => rival.PostAsync("/api/v1/projects", JsonContent.Create(Project($"other {i}")), Token)).ToList();
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
        held.Concat(others).ShouldAllBe(t => !t.IsCompleted);

        release.SetResult();
        (await Task.WhenAll(held)).ShouldAllBe(r => r.StatusCode == HttpStatusCode.Created);
        var taken = await Task.WhenAll(others);
        taken.ShouldAllBe(r => r.StatusCode == HttpStatusCode.Created || r.StatusCode == HttpStatusCode.TooManyRequests);
        (await rival.GetFromJsonAsync<JsonElement>("/api/v1/projects", Token)).GetProperty("items").GetArrayLength().ShouldBe(2 + taken.Count(r => r.StatusCode == HttpStatusCode.Created));
    }

    [Fact]
    public async Task One_tenant_takes_at_most_half_and_the_others_are_served()
    {
        await using var rig = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: FourPlaces);
        using var rival = await rig.RivalAsync();
        var release = new TaskCompletionSource();

        var held = Enumerable.Range(0, 2).Select(i => rig.Client.PostAsync("/api/v1/projects", new SlowContent(Project($"held {i}"), release.Task), Token)).ToArray();
        var shedding = rig.Services.GetRequiredService<LoadShedding>();
        await UntilAsync(() => shedding.FreeOf(TenantOf(rig.Client)) == 0);

        using var more = await rig.Client.GetAsync("/api/v1/projects", Token);
        (await CodeAsync(more)).ShouldBe("request.too_many_at_once");
        (await rival.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        release.SetResult();
        (await Task.WhenAll(held)).ShouldAllBe(r => r.StatusCode == HttpStatusCode.Created);
    }

    private static void FourPlaces(IServiceCollection services)
    {
        services.Configure<LimitOptions>(o => o.AtOnce = 4);
        services.Configure<KestrelServerOptions>(o => o.Limits.MinRequestBodyDataRate = null);
        services.Configure<RequestTimeoutOptions>(o => o.DefaultPolicy = null);
    }

    private static TenantId TenantOf(HttpClient client)
    {
        ApiKeyText.TryRead(client.DefaultRequestHeaders.Authorization!.Parameter!, out var tenant).ShouldBeTrue();
        return tenant;
    }

    private static object Project(string name) => new { name, baseUrl = "http://127.0.0.1:9/" };

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        response.IsSuccessStatusCode ? null : (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString();

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, Token);
        }
    }

    /// <summary>A body whose first byte is sent at once and whose rest is sent when it may be.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly byte[] _bytes;
        private readonly Task _release;

        public SlowContent(object value, Task release)
        {
            _bytes = JsonSerializer.SerializeToUtf8Bytes(value);
            _release = release;
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, 1), Token);
            await stream.FlushAsync(Token);
            await _release.WaitAsync(Token);
            await stream.WriteAsync(_bytes.AsMemory(1), Token);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
