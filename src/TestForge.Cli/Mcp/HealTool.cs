using System.Globalization;
using ModelContextProtocol;
using TestForge.Cli.Heals;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Shows heals as <c>testforge heals</c> does, and applies what a person has approved as <c>testforge heals apply</c> does.</summary>
internal sealed class HealTool(CliEnvironment environment, SettingSources sources, McpSession session, McpFlags flags)
{
    private const int MaxText = 12_000;
    private const int MaxHeals = 15;

    public const string Description = "Locators that broke and were found anew in runs of the application: old and new locator, score, proof, candidates with what speaks for each, and the tests that use them. With apply: true writes those that a person has approved (testforge heals approve ID) into the scripts; nothing else is ever written.";

    public async Task<string> CallAsync(HealArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        var values = flags.Of();
        values.Set(KnownSettings.Out, session.Folders.With(given.Folder, RunFolder.PlanFile, "run"));
        session.Folders.Last = values.Text(KnownSettings.Out);
        using var written = new StringWriter { NewLine = "\n" };
        var target = new HealsTarget(environment with { Output = written }, sources);
        if (given.Apply == true)
        {
            await new HealsApplyCommand(environment with { Output = written }, target).RunAsync(given.Ids ?? [], project: null, write: true, values, cancellationToken);
            return "applied what a person has approved:\n" + session.Text.Fenced("what was written", written.ToString(), MaxText);
        }

        var (file, _) = await target.FindAsync(values, cancellationToken);
        var memory = await file.ReadAsync(cancellationToken);
        var heals = given.Ids is { Count: > 0 } ids ? [.. ids.Select(id => HealsCommand.Find(memory, id))] : memory.Heals.OrderBy(h => h.Review).ToArray();
        var told = string.Join("\n\n", heals.Take(MaxHeals).Select(h => string.Join('\n', HealText.Whole(h))));
        return string.Create(CultureInfo.InvariantCulture, $"{heals.Count(h => h.Review == HealReview.Proposed)} to review by a person, {heals.Count(h => h.Review == HealReview.Approved)} approved, {heals.Count(h => h.Review == HealReview.Rejected)} rejected{(heals.Length > MaxHeals ? $"; the first {MaxHeals} are shown" : "")}\n")
            + (heals.Length == 0 ? "Nothing was healed." : session.Text.Fenced("heals", told, MaxText));
    }
}
