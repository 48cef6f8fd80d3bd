namespace TestForge.Pipeline;

public sealed record HealOutput(HealRecord Record);
