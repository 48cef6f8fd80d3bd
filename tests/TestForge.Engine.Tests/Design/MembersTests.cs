using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

/// <summary>What only those who are signed in see, and what every site has around its pages.</summary>
public sealed class MembersTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_healthy_site_passes_twice_and_every_fault_is_caught()
    {
        var site = new MembersSite();
        await using var rig = await EngineRig.StartAsync(site.Serve);
        var map = await rig.RunAsync(Stages.Discover, new(Guid.Empty, rig.Url, new(), new(), MembersSite.Session, Seed: 1));
        var designed = await rig.RunAsync(Stages.Design, new(Guid.Empty, map.SiteMap, MembersSite.Session, MaxTests: 40, Seed: 1, AllowDestructive: false));
        var plan = await rig.LoadAsync<TestPlan>(designed.Plan);

        string[] techniques = ["access", "api-call", "narrow-menu", "reveal", "sign-in", "unknown-address"];
        techniques.Except(plan.Cases.Select(c => c.Technique)).ShouldBeEmpty();
        for (var i = 0; i < 2; i++)
        {
            (await FailedAsync(rig, designed)).ShouldBeEmpty();
        }

        foreach (var fault in MembersSite.Faults)
        {
            site.Fault = fault;
            (await FailedAsync(rig, designed)).ShouldNotBeEmpty(fault);
        }
    }

    private static async Task<IReadOnlyList<string>> FailedAsync(EngineRig rig, DesignOutput designed)
    {
        var output = await rig.RunAsync(Stages.Execute, new(Guid.Empty, designed.Plan, designed.CaseIds, [], MembersSite.Session, ExecutionBackends.InProcess, null, FailuresLeft: 1));
        return [.. output.Cases.Where(c => c.Verdict == Verdict.Failed).Select(c => c.CaseId)];
    }
}
