namespace TestForge.Egress;
public sealed record EgressRules { public bool AllowPrivate { get; init; } public IReadOnlyList<string> Allowed { get; init; } = []; }
public sealed record EgressRefusal(string Host, string Reason);
public sealed class EgressProxy : IAsyncDisposable
{
    public static EgressProxy Start(EgressRules rules) => new();
    public Uri Address { get; } = new("http://127.0.0.1:9");
    public IReadOnlyCollection<EgressRefusal> Refusals { get; } = [];
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
