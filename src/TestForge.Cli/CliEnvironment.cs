using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Cli;

/// <summary>Everything the program takes from the process it runs in.</summary>
internal sealed record CliEnvironment
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required string WorkingFolder { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>When the command was given, before this process was ready.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Whether output goes to a terminal that can redraw lines.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Ends the process at once, for a second Ctrl-C.</summary>
    public required Action<int> Exit { get; init; }

    /// <summary>Bytes that come in, for protocols of programs.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Where bytes go out, for protocols of programs.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>Registered before the engine, so that a caller may bring its own stages.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };
}
