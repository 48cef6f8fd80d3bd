namespace TestForge.Cli.Mcp;

/// <summary>Of a tool that takes none.</summary>
internal sealed record NoArguments;
