using System.Text.Json;
using TestForge.Cli.Progress;
using TestForge.Cli.Settings;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Cli.Doctor;

/// <summary>Tells what is there to work with, and how to get what is not.</summary>
internal sealed class DoctorCommand(CliEnvironment environment, SettingSources sources, DoctorChecks checks)
{
    public async Task<int> RunAsync(string? url, SettingValues flags, CancellationToken cancellationToken)
    {
        var values = flags.Over(await sources.FileAsync(cancellationToken));
        var typed = url ?? values.Text(KnownSettings.Url);
        var browser = new BrowserOptions();
        new RunSettings(values).Apply(browser);
        var results = await checks.RunAsync(browser, typed is null ? null : TargetUrl.Parse(typed), cancellationToken);
        var ready = !results.Any(r => r is { Required: true, State: CheckState.Missing });
        if (values.Switch(KnownSettings.Json))
        {
            environment.Output.WriteLine(JsonSerializer.Serialize(new { ready, checks = results }, ArtifactJson.Indented));
        }
        else
        {
            Write(results, ready);
        }

        return ready ? ExitCodes.Passed : ExitCodes.Environment;
    }

    private void Write(IReadOnlyList<CheckResult> results, bool ready)
    {
        foreach (var result in results)
        {
            var state = result.State switch
            {
                CheckState.Found => "found  ",
                CheckState.Low => "low    ",
                _ => result.Required ? "MISSING" : "absent ",
            };
            environment.Output.WriteLine($"{state}  {result.Name,-15}{(result.Required ? "" : "optional, ")}{TerminalText.Clean(result.Detail)}");
            if (result.HowToGet is { } how)
            {
                environment.Output.WriteLine($"         {"",-15}→ {how}");
            }
        }

        environment.Output.WriteLine(ready ? "Ready: testforge demo" : "Not ready: get what is marked MISSING.");
    }
}
