using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;
using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Results;

/// <summary>Writes how a command ended, in the form that was asked for.</summary>
internal sealed class ResultWriter(CliEnvironment environment, IAnsiConsole? terminal, bool json, bool quiet)
{
    public void Write(string command, Summary summary)
    {
        if (json)
        {
            WriteJson(command, summary);
            return;
        }

        if (!quiet)
        {
            environment.Output.WriteLine();
        }

        foreach (var line in quiet ? summary.Short : summary.Full)
        {
            // Only the first word goes through Spectre, which would fold long paths.
            if (terminal is not null && line.Lead.Length > 0)
            {
                terminal.Markup($"[{StyleOf(line.Tone)}]{Markup.Escape(line.Lead)}[/]");
                environment.Output.WriteLine(line.Rest);
            }
            else
            {
                environment.Output.WriteLine(line.Lead + line.Rest);
            }
        }

        environment.Output.Flush();
    }

    /// <summary>The last line for programs, when an error ended the command.</summary>
    public void WriteError(string command, string code, string message, int exitCode)
    {
        if (json)
        {
            JsonView.Write(environment.Output, new()
            {
                ["event"] = "run-finished",
                ["command"] = command,
                ["exitCode"] = exitCode,
                ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
            }, environment.Clock.GetUtcNow());
        }
    }

    private static string StyleOf(Tone tone) => tone switch
    {
        Tone.Good => "bold green",
        Tone.Bad => "bold red",
        Tone.Warning => "yellow",
        _ => "bold",
    };

    private void WriteJson(string command, Summary summary) => JsonView.Write(environment.Output, new()
    {
        ["event"] = "run-finished",
        ["command"] = command,
        ["exitCode"] = summary.Outcome.ExitCode,
        ["interrupted"] = summary.Outcome.Interrupted,
        ["milliseconds"] = (long)summary.Elapsed.TotalMilliseconds,
        ["firstPassMilliseconds"] = summary.FirstPass is { } first ? (long)first.TotalMilliseconds : null,
        ["summary"] = JsonSerializer.SerializeToNode(summary.Outcome.Summary, ArtifactJson.Compact),
        ["goalsNotMade"] = JsonSerializer.SerializeToNode(summary.GoalsNotMade.Select(g => new { g.Code, g.Message }), ArtifactJson.Compact),
        ["scripts"] = ScriptLines.Json(summary.Scripts),
        ["folder"] = summary.Folder,
        ["files"] = JsonSerializer.SerializeToNode(summary.Files, ArtifactJson.Compact),
    }, environment.Clock.GetUtcNow());
}
