using TestForge.Cli.Settings;
using TestForge.Engine.Browser;

namespace TestForge.Cli.Doctor;

/// <summary>Everything the doctor looks at, in the order it is shown.</summary>
internal sealed class DoctorChecks(CliEnvironment environment)
{
    public async Task<IReadOnlyList<CheckResult>> RunAsync(BrowserOptions browser, Uri? target, CancellationToken cancellationToken)
    {
        var checks = new List<Task<CheckResult>>
        {
            BrowserChecks.BrowserAsync(browser, cancellationToken),
            BrowserChecks.DriverAsync(environment.Variable, cancellationToken),
            Task.FromResult(MachineChecks.Disk(environment.WorkingFolder)),
            Task.FromResult(MachineChecks.Memory()),
            Task.FromResult(MachineChecks.WriteAccess(environment.WorkingFolder)),
        };
        if (target is not null)
        {
            checks.Add(NetworkChecks.TargetAsync(target, cancellationToken));
        }

        checks.Add(NetworkChecks.NamesAsync(cancellationToken));
        checks.Add(ToolAsync("Node.js", "node", ["--version"], "runs the generated TypeScript: apt-get install nodejs npm, version 18 or newer", cancellationToken));
        checks.Add(ToolAsync("npm", "npm", ["--version"], "installs what the generated TypeScript needs: apt-get install npm", cancellationToken));
        checks.Add(ToolAsync(".NET SDK", "dotnet", ["--version"], "runs the generated C#: https://dotnet.microsoft.com/download, version 10", cancellationToken));
        checks.Add(ToolAsync("ffmpeg", "ffmpeg", ["-version"], "records videos of failures: apt-get install ffmpeg", cancellationToken));
        checks.Add(Task.FromResult(LanguageModel()));
        return await Task.WhenAll(checks);
    }

    private CheckResult LanguageModel() => environment.Variable(ClaudeSettings.KeyVariable) is { Length: > 0 }
        ? new("Claude", false, CheckState.Found, $"a key in {ClaudeSettings.KeyVariable}; testforge claude check tries it")
        : new("Claude", false, CheckState.Missing, "no key, so rules alone decide", $"set {ClaudeSettings.KeyVariable} to have a language model asked where judgement is needed");

    private async Task<CheckResult> ToolAsync(string name, string program, string[] arguments, string howToGet, CancellationToken cancellationToken)
    {
        var path = ToolOutput.Find(program, environment.Variable("PATH"));
        var version = path is null ? null : await ToolOutput.FirstLineAsync(path, arguments, cancellationToken);
        return version is null
            ? new(name, false, CheckState.Missing, path is null ? "not on the PATH" : $"{path} does not start", howToGet)
            : new(name, false, CheckState.Found, $"{version}, {path}");
    }
}
