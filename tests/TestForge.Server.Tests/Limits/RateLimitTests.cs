using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Limits;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Limits;

public sealed class RateLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_others_are_served()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: Limit(perKey: 3));
        using var rival = await server.RivalAsync();

        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var response = await server.Client.GetAsync("/api/v1/projects", Token);
            codes.Add(response.StatusCode);
            response.Headers.GetValues("RateLimit-Limit").Single().ShouldBe("3");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                (await ProjectsTests.ProblemAsync(response)).ShouldBe((429, "request.too_many"));
                response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 7_200);
            }
        }

        codes.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
        (await rival.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await server.Client.GetAsync("/health/live", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_tenant_gets_no_more_by_having_more_keys()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: Limit(perKey: 100, perTenant: 3));
        using var first = await server.Client.GetAsync("/api/v1/keys", Token);
        using var second = await server.Client.GetAsync("/api/v1/keys", Token);
        using var third = await server.Client.GetAsync("/api/v1/keys", Token);
        using var fourth = await server.Client.GetAsync("/api/v1/keys", Token);

        third.StatusCode.ShouldBe(HttpStatusCode.OK);
        third.Headers.GetValues("RateLimit-Remaining").Single().ShouldBe("0");
        fourth.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Guessing_keys_is_slowed_down()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, replace: Limit(perStranger: 2));
        using var stranger = server.ClientWith("tfk_guess");

        using var first = await stranger.GetAsync("/api/v1/projects", Token);
        using var second = await stranger.GetAsync("/api/v1/projects", Token);
        using var third = await stranger.GetAsync("/api/v1/projects", Token);

        (first.StatusCode, second.StatusCode, third.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests));
        (await server.Client.GetAsync("/api/v1/projects", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Action<IServiceCollection> Limit(int perKey = 600, int perTenant = 1_200, int perStranger = 60) =>
        services => services.Configure<LimitOptions>(o => (o.PerKey, o.PerTenant, o.PerStranger, o.WindowSeconds) = (perKey, perTenant, perStranger, 3_600));
}
