using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

/// <summary>The shop mapped and designed once, for tests that look at the plan.</summary>
public sealed class DesignedShop : IAsyncLifetime
{
    internal DesignRig Rig { get; private set; } = null!;

    public SiteMap Site { get; private set; } = null!;

    public TestPlan Plan { get; private set; } = null!;

    /// <summary>What the design of the plan warned of.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>What the design of the plan deleted.</summary>
    public int Deletions { get; private set; }

    /// <summary>How often the design of the plan tried to sign in.</summary>
    public int LoginTries { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var token = TestContext.Current.CancellationToken;
        Rig = await DesignRig.StartAsync(token);
        Site = await Rig.MapAsync(token);
        Plan = await Rig.DesignAsync(Site, token);
        (Warnings, Deletions, LoginTries) = ([.. Rig.Warnings], Rig.Shop.Deletions, Rig.Shop.LoginTries);
    }

    public ValueTask DisposeAsync() => Rig.DisposeAsync();
}
