namespace TestForge.Engine.Claude.Prompts;

/// <summary>Parameters of a call that depend on the model and on the options.</summary>
internal sealed record BodyExtras(ClaudeEffort? Effort, bool PromptCache, string? InferenceGeo);
