namespace TestForge.Pipeline;

/// <summary>Points at a stored value by content. Two equal contents have one reference.</summary>
/// <param name="Kind">One of <see cref="ArtifactKinds"/>; decides file extension and media type.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the content.</param>
/// <param name="Length">Length of the content in bytes.</param>
public sealed record ArtifactRef(string Kind, string Sha256, long Length);
