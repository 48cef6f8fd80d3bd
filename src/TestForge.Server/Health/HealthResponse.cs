namespace TestForge.Server.Health;

internal sealed record HealthResponse(string Status);
