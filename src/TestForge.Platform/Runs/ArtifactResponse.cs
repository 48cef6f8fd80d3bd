namespace TestForge.Platform.Runs;

internal sealed record ArtifactResponse(Guid Id, string Kind, string Name, string Sha256, long Length);
