namespace TestForge.Engine.Steps;

/// <summary>What a check saw instead.</summary>
/// <param name="LocatorBroken">True when the element itself was not found, or not alone.</param>
/// <param name="Environment">True when the check could not be made, which says nothing about the application.</param>
/// <param name="Restless">True when the page kept changing, so that nothing could be seen.</param>
/// <param name="Pictures">What was compared, when it was pictures.</param>
internal sealed record CheckMismatch(string Message, string Expected, string Actual, bool LocatorBroken = false, bool Environment = false, bool Restless = false, ComparedPictures? Pictures = null);
