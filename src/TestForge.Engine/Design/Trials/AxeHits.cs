using Microsoft.Playwright;
using TestForge.Engine.Steps;

namespace TestForge.Engine.Design.Trials;

internal static class AxeHits
{
    public static async Task<IReadOnlyList<AxeRuleHit>> ReadAsync(IPage page, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        var v = await AxeRunner.RunAsync(page, tags).WaitAsync(cancellationToken);
        return [.. v.EnumerateArray().Select(x => new AxeRuleHit(x.GetProperty("id").GetString()!, x.GetProperty("impact").GetString() ?? "minor", x.GetProperty("help").GetString()!, x.GetProperty("helpUrl").GetString()!,
            [.. x.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)], [.. x.GetProperty("sel").EnumerateArray().Select(t => t.GetString()!)]))];
    }
}
