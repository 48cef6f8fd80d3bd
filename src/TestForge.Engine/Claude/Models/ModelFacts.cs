namespace TestForge.Engine.Claude.Models;

/// <summary>What the service says of a model. Null is unsaid.</summary>
internal sealed record ModelFacts(string Id, long? MaxInput, long? MaxOutput, bool? StructuredOutputs, bool? Batch, bool? Effort);
