using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Reports;
using TestForge.Engine.Patching.Source.CSharp;

namespace TestForge.Engine.Patching.Dotnet;

/// <summary>Joins what a TRX file tells of tests with their sources and with what the recorder saw.</summary>
internal static class DotnetTests
{
    // Frameworks tell the times of a test from just before or after what it does.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<SuiteTest> Of(IReadOnlyList<TrxResult> results, string folder, CSharpSuiteFiles files, IReadOnlyList<RecordedFailure> seen)
    {
        var projects = DotnetProject.Below(folder);
        return [.. results.Select(r => Read(r, DotnetTarget.Of(r.Assembly, projects, folder), files, seen))];
    }

    private static SuiteTest Read(TrxResult result, DotnetTarget target, CSharpSuiteFiles files, IReadOnlyList<RecordedFailure> seen)
    {
        var (file, line) = files.Test(result.Class, result.Method) ?? (target.Project, 1);
        return new()
        {
            Title = $"{result.Class[(result.Class.LastIndexOfAny(['.', '+']) + 1)..]} › {result.Method}{result.Arguments}",
            File = file,
            Line = line,
            Project = target.ToString(),
            Method = $"{result.Class}.{result.Method}",
            Failed = result.Outcome is "Failed" or "Error" or "Timeout" or "Aborted",
            Passed = result.Outcome is "Passed" or "PassedButRunAborted",
            Message = result.Message,
            FailedLine = result.Stack.FirstOrDefault(f => IsOf(f, file)).Line,
            Recorded = [.. Seen(result, seen).Select(f => f with { Message = result.Message, Broken = f.Broken is null ? null : files.Made(f.Broken) })],
        };
    }

    /// <summary>
    /// What the recorder saw of a test: failures at a line of its stack, or with its words, since a method that only hands
    /// a task on is in no stack; of those the ones in its time where there are any.
    /// </summary>
    private static RecordedFailure[] Seen(TrxResult result, IReadOnlyList<RecordedFailure> seen)
    {
        RecordedFailure[] alike = [.. seen.Where(f => f.Used.Any(u => result.Stack.Any(s => s.Line == u.Line && IsOf(s, u.File))))];
        alike = alike.Length > 0 ? alike : [.. seen.Where(f => HasWords(result, f))];
        RecordedFailure[] then = [.. alike.Where(f => f.Time is { } time && time >= result.Began - Slack && time <= result.Ended + Slack)];
        return then.Length > 0 ? then : alike;
    }

    private static bool HasWords(TrxResult result, RecordedFailure failure)
    {
        var log = failure.Message.Split('\n', StringSplitOptions.TrimEntries).Where(l => l.StartsWith('-')).ToArray();
        return log.Length > 0 && log.All(l => result.Message.Contains(l, StringComparison.Ordinal));
    }

    // What lies beside the suite's folder is told from that folder.
    private static bool IsOf(TrxFrame frame, string file) => frame.File.EndsWith('/' + file.Replace("../", "", StringComparison.Ordinal), StringComparison.Ordinal);
}
