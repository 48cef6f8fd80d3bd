using System.Collections.Concurrent;
using TestForge.Engine.Steps;

namespace TestForge.Engine.Design.Trials;

/// <summary>How parts of pages look while cases are tried.</summary>
internal sealed class TrialBaselines : IBaselines
{
    private readonly ConcurrentDictionary<string, byte[]> _pictures = new(StringComparer.Ordinal);

    public void Keep(string name, byte[] picture) => _pictures[name] = picture;

    public byte[] Of(string name) => _pictures[name];

    public Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(_pictures.GetValueOrDefault(name));
}
