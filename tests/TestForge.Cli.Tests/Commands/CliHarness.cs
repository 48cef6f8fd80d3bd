using System.Text.Json;

namespace TestForge.Cli.Tests.Commands;

/// <summary>Runs the whole program in this process, in a folder of its own.</summary>
internal sealed class CliHarness : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public FakeStages Stages { get; } = new();

    public Dictionary<string, string> Variables { get; } = [];

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string Folder => _folder.Path;

    public IReadOnlyList<JsonElement> Json =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    public string In(params string[] parts) => _folder.In(parts);

    public string Write(string name, string text) => _folder.Write(name, text);

    public async Task<int> RunAsync(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        Stages.Inputs.Clear();
        var environment = new CliEnvironment
        {
            Output = TextWriter.Synchronized(_output),
            Error = TextWriter.Synchronized(_error),
            WorkingFolder = _folder.Path,
            Variable = name => Variables.GetValueOrDefault(name) ?? (name == "PATH" ? Environment.GetEnvironmentVariable(name) : null),
            Clock = TimeProvider.System,
            StartedAt = TimeProvider.System.GetUtcNow(),
            Exit = _ => { },
            Services = Stages.Register,
        };
        return await CliServices.Create(environment).RunAsync(arguments, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
