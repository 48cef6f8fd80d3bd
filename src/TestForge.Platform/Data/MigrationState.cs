namespace TestForge.Platform.Data;

/// <summary>A migration and whether the database has it.</summary>
public sealed record MigrationState(string Name, bool Applied);
