using ModelContextProtocol;
using TestForge.Cli.Commands;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Says why a case failed, from what the run has left.</summary>
internal sealed class ExplainTool(McpSession session)
{
    private const int MaxText = 8_000;

    public const string Description = "Why a case failed: its one class of failure with the sentences that show it, the step, message, what was expected and seen, errors of the page, the elements nearest to one that was not found, and the files with evidence.";

    public async Task<string> CallAsync(ExplainArguments given, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        var folder = McpFolders.Open(session.Folders.With(given.Folder, RunFolder.ResultsFile, "run"));
        session.Folders.Last = folder.Path;
        var files = new StageFiles(folder);
        var (_, plan) = await files.PlanAsync(cancellationToken);
        var (_, results) = await files.ResultsAsync(cancellationToken);
        if (results.Cases.FirstOrDefault(c => c.CaseId == given.Case) is not { } result || plan.Cases.FirstOrDefault(c => c.Id == given.Case) is not { } test)
        {
            var guess = results.Cases.Count == 0 ? "" : $" Did you mean '{Nearest.To(given.Case, results.Cases.Select(c => c.CaseId))}'?";
            throw new StageException("mcp.unknown_case", $"The run in '{session.Folders.Told(folder.Path)}' has no case '{given.Case}'.{guess} run lists those that did not simply pass.", retryable: false);
        }

        return $"{result.Verdict.ToString().ToLowerInvariant()}, {result.Attempts.Count} {(result.Attempts.Count == 1 ? "attempt" : "attempts")}\n"
            + session.Text.Fenced("the case and its failure", FailureText.Of(test, result, results.Heals, a => session.Folders.Told(folder.PathOf(a))), MaxText);
    }
}
