using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Caching;
using TestForge.Engine.Claude.Transport;
using TestForge.Platform.Runs;
using TestForge.Server.Claude;

namespace TestForge.Server.Tests.Claude;

public sealed class ServerClaudeTests
{
    private static readonly RunOrder Order = new(
        new(Guid.CreateVersion7()),
        Guid.CreateVersion7(),
        Guid.CreateVersion7(),
        new() { RunId = Guid.CreateVersion7(), Target = new("https://shop.example/"), StartedAt = DateTimeOffset.UnixEpoch });

    [Fact]
    public async Task A_run_asks_on_the_operators_key_and_the_tenants_account()
    {
        var options = await OptionsAsync(new() { ApiKey = "key", Budgets = new() { UsdPerTenant = 3 } }, redis: null);

        (options.Claude.ApiKey, options.Claude.Tenant, options.Claude.Project, options.Claude.Run).ShouldBe(("key", Order.Tenant.ToString(), Order.ProjectId.ToString(), Order.Input.RunId.ToString()));
        options.Claude.Budgets.UsdPerTenant.ShouldBe(3);
        options.Claude.Folder.ShouldBe("/data/claude");
        options.Shared.ShouldBeFalse();
    }

    [Theory]
    [InlineData("key", true)]
    [InlineData(null, false)]
    public async Task Servers_share_through_Redis_where_there_is_a_key(string? key, bool shared)
    {
        (await OptionsAsync(new() { ApiKey = key }, redis: "127.0.0.1:1")).Shared.ShouldBe(shared);
    }

    private static async Task<(ClaudeOptions Claude, bool Shared)> OptionsAsync(ClaudeOptions operators, string? redis)
    {
        await using var claude = new ServerClaude(Options.Create(operators), new() { DataFolder = "/data", Redis = redis }, TimeProvider.System, NullLoggerFactory.Instance);
        var services = new ServiceCollection();
        claude.AddTo(services, Order);
        await using var provider = services.BuildServiceProvider();
        return (provider.GetRequiredService<IOptions<ClaudeOptions>>().Value, provider.GetService<IClaudeLimiter>() is RedisLimiter && provider.GetService<IAnswerCache>() is RedisAnswerCache);
    }
}
