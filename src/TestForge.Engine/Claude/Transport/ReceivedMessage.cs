namespace TestForge.Engine.Claude.Transport;

/// <summary>A whole answer of the service.</summary>
/// <param name="Text">Its blocks of text, without thinking.</param>
/// <param name="StopReason">Why it ended, in the service's words.</param>
/// <param name="RefusalCategory">What a refusal was about, when the service says it.</param>
/// <param name="Usage">Its tokens.</param>
internal sealed record ReceivedMessage(string Text, string StopReason, string? RefusalCategory, ClaudeUsage Usage);
