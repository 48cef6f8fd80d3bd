namespace TestForge.Pipeline;

/// <param name="RunId">The run.</param>
/// <param name="SiteMap">What was explored.</param>
/// <param name="Session">How to sign in.</param>
/// <param name="MaxTests">Most cases of the plan.</param>
/// <param name="Seed">Chooses made-up values.</param>
/// <param name="AllowDestructive">Whether controls that destroy may be used.</param>
/// <param name="Baselines">Where baselines are; null when no pictures are to be compared.</param>
/// <param name="Goals">What people want to be possible, to be made cases of beside those of the rules; null without any.</param>
/// <param name="Agents">How much a language model may be asked for more cases; null, or no key, asks nothing.</param>
public sealed record DesignInput(
    Guid RunId,
    ArtifactRef SiteMap,
    SessionSource Session,
    int MaxTests,
    int Seed,
    bool AllowDestructive,
    BaselineSource? Baselines = null,
    GoalInput? Goals = null,
    AgentLimits? Agents = null);
