using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Fingerprints;

/// <summary>An element that a step has passed on.</summary>
/// <param name="Element">Of the plan.</param>
/// <param name="Locator">What found it.</param>
/// <param name="Print">What it was.</param>
/// <param name="Picture">What it looked like; null where that is known already, or was not to be pictured.</param>
internal sealed record SeenElement(PlanElement Element, LocatorSpec Locator, ElementFingerprint Print, ElementPicture? Picture = null);
