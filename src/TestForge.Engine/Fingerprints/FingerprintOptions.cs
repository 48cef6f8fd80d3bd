namespace TestForge.Engine.Fingerprints;

/// <summary>Where fingerprints of elements are kept.</summary>
public sealed class FingerprintOptions
{
    /// <summary>The file that remembers what elements looked like when steps on them passed; null, the default, means that none is kept.</summary>
    public string? File { get; set; }
}
