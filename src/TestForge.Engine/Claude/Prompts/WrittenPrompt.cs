using TestForge.Engine.Claude.Masking;

namespace TestForge.Engine.Claude.Prompts;

/// <summary>A request as it leaves the machine, with what is needed to read its answer.</summary>
internal sealed record WrittenPrompt(RequestBody Body, MaskedValues Masked, IReadOnlyList<InstructionSign> Suspicious);
