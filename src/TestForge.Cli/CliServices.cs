using TestForge.Cli.Commands;
using TestForge.Cli.Doctor;
using TestForge.Cli.Heals;
using TestForge.Cli.Settings;

namespace TestForge.Cli;

/// <summary>Puts the program together.</summary>
internal static class CliServices
{
    public static CliApp Create(CliEnvironment environment)
    {
        var sources = new SettingSources(environment.WorkingFolder);
        var runner = new CommandRunner(environment);
        var stages = new StageCommands(environment, sources);
        var heals = new HealsTarget(environment, sources);
        var handlers = new CommandHandlers(
            runner,
            new(environment, sources, runner),
            stages,
            new(environment, stages, runner),
            new(environment, sources, new DoctorChecks(environment)),
            new(environment),
            new(environment, heals),
            new(environment, heals),
            new(environment),
            new(environment, sources),
            new(environment, sources, runner),
            new(environment, sources),
            new(environment));
        return new(environment, new(new SettingReader(environment.WorkingFolder), handlers));
    }

    public static CliEnvironment ThisProcess()
    {
        var clock = TimeProvider.System;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new()
        {
            Output = Console.Out,
            Error = Console.Error,
            WorkingFolder = Environment.CurrentDirectory,
            Variable = Environment.GetEnvironmentVariable,
            Clock = clock,

            // The wrapper script replaces itself by this process, so the time counts from the user's command.
            StartedAt = process.StartTime.ToUniversalTime(),
            IsTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } and not "dumb",
            Exit = Environment.Exit,
        };
    }
}
