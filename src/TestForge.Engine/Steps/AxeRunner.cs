using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Steps;

/// <summary>Runs axe-core in a page.</summary>
internal static class AxeRunner
{
    private const string Run = "async (tags) => { const r = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] }); "
        + "return JSON.stringify(r.violations.map((v) => ({ rule: v.id, impact: v.impact || 'minor', tags: v.tags, help: v.help, helpUrl: v.helpUrl, "
        + "selectors: v.nodes.slice(0, 10).map((n) => n.target.flat().join(' ').slice(0, 300)) }))); }";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<AxeViolation>> RunAsync(IPage page, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof window.axe === 'object' && !!window.axe?.run").WaitAsync(Limit, cancellationToken))
        {
            await page.EvaluateAsync(Script).WaitAsync(Limit, cancellationToken);
        }

        var json = await page.EvaluateAsync<string>(Run, tags).WaitAsync(Limit, cancellationToken);
        return JsonSerializer.Deserialize<IReadOnlyList<AxeViolation>>(json, ArtifactJson.Compact)!;
    }
}
