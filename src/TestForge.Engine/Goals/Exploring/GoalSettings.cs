using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>What exploring for the goals of a run shares.</summary>
/// <param name="Page">How pages are opened.</param>
/// <param name="Limits">How much may be done for each goal.</param>
/// <param name="Site">What is known of the application, or null.</param>
internal sealed record GoalSettings(LivePageOptions Page, GoalLimits Limits, PageData? Site);
