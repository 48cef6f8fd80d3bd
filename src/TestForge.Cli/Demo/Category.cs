namespace TestForge.Cli.Demo;

internal sealed record Category(string Slug, string Name);
