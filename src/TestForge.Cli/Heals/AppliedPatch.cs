using TestForge.Engine.Regeneration;

namespace TestForge.Cli.Heals;

/// <summary>What was shown or written in one project.</summary>
internal sealed record AppliedPatch(ProjectPatch Patch, bool Written);
