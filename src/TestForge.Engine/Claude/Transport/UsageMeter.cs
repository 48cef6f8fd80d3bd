namespace TestForge.Engine.Claude.Transport;

/// <summary>Adds up what a call uses over all its tries, also those that fail.</summary>
internal sealed class UsageMeter
{
    public ClaudeUsage Usage { get; private set; }

    public void Add(ClaudeUsage usage) => Usage += usage;
}
