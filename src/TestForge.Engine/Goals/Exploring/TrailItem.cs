using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>Something done on the way to a goal, or something that proved to be so. Exactly one is set.</summary>
internal sealed record TrailItem(LiveStep? Step = null, StepAction? Proof = null);
