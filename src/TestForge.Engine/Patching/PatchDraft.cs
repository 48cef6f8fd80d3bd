using TestForge.Engine.Patching.Recording;
using TestForge.Engine.Patching.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching;

/// <summary>A new locator that is being tried in the suite's copy.</summary>
/// <param name="File">Below the suite's folder.</param>
/// <param name="Edit">What it changes.</param>
/// <param name="Call">The locator as it was written.</param>
/// <param name="Line">Its line in the original file.</param>
/// <param name="Heal">Why.</param>
/// <param name="Known">What the old locator found when it was recorded; null without.</param>
internal sealed record PatchDraft(string File, SourceEdit Edit, LocatorCall Call, int Line, HealRecord Heal, RecordedElement? Known);
