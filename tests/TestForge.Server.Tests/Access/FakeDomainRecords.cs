using TestForge.Platform.SingleSignOn;

namespace TestForge.Server.Tests.Access;

/// <summary>What is published in the names of domains, without any.</summary>
internal sealed class FakeDomainRecords : IDomainRecords
{
    public Dictionary<string, List<string>> Texts { get; } = [];

    public Task<IReadOnlyList<string>> TxtAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(Texts.GetValueOrDefault(name) ?? []);
}
