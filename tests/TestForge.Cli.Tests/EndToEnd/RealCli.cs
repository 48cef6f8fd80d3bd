namespace TestForge.Cli.Tests.EndToEnd;

/// <summary>The whole program in this process, with the real engine and a real browser, in a folder of its own.</summary>
internal sealed class RealCli : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    /// <summary>Set beside those of this process.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string In(params string[] parts) => _folder.In(parts);

    public string Write(string name, string text) => _folder.Write(name, text);

    public async Task<int> RunAsync(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        var environment = new CliEnvironment
        {
            Output = TextWriter.Synchronized(_output),
            Error = TextWriter.Synchronized(_error),
            WorkingFolder = _folder.Path,
            Variable = name => Variables.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name),
            Clock = TimeProvider.System,
            StartedAt = TimeProvider.System.GetUtcNow(),
            Exit = _ => { },
        };
        return await CliServices.Create(environment).RunAsync(arguments, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
