using TestForge.Cli.Results;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Pipeline;

namespace TestForge.Cli.Commands;

/// <summary>What one command does on a run's folder.</summary>
internal sealed record CommandWork
{
    public required string Command { get; init; }

    public required RunFolder Folder { get; init; }

    public required Uri Target { get; init; }

    public required SettingValues Values { get; init; }

    public required Func<RunHost, CancellationToken, Task<Outcome>> Do { get; init; }

    /// <summary>The run, by which spending is reported.</summary>
    public Guid RunId { get; init; }

    /// <summary>How cases are signed in, whose secrets are masked before the language model sees anything.</summary>
    public IReadOnlyList<SessionSource> Sessions { get; init; } = [];

    /// <summary>Whether no person has named the target, so that it may not be in a private network.</summary>
    public bool GuardTarget { get; init; }

    /// <summary>Whether finished stages of an earlier run in the folder are forgotten.</summary>
    public bool Fresh { get; init; }

    /// <summary>What the user can do after an interruption.</summary>
    public string HowToGoOn { get; init; } = "";
}
