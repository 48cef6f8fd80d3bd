namespace TestForge.Platform.Runs;

/// <summary>What a run is given of its environment. It is a class and no record, so that no log shows it.</summary>
/// <param name="variables">All values by name, secrets among them.</param>
/// <param name="secrets">Values that must be shown nowhere.</param>
/// <param name="storageState">A storage state of Playwright; null when there is none.</param>
public sealed class RunSession(IReadOnlyDictionary<string, string> variables, IReadOnlyList<string> secrets, string? storageState)
{
    public static RunSession None { get; } = new(new Dictionary<string, string>(), [], null);

    public IReadOnlyDictionary<string, string> Variables => variables;

    public IReadOnlyList<string> Secrets => secrets;

    public string? StorageState => storageState;
}
