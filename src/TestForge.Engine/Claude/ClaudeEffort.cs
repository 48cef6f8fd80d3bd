namespace TestForge.Engine.Claude;

/// <summary>How hard a model tries, where it lets itself be told.</summary>
internal enum ClaudeEffort
{
    Low,
    Medium,
    High,
}
