namespace TestForge.Engine.Vision;

/// <summary>How one embedder's figures are weighed, and from where on it may say something, as measured on labelled pairs.</summary>
/// <param name="StructureWeight">The share of structure in the figure that is judged, 0 to 1; the rest is the mean of the two cosines.</param>
/// <param name="Support">At or above it, two elements look like one; null means never.</param>
/// <param name="Veto">Below it, they look like two; null means never.</param>
internal sealed record SightThresholds(double StructureWeight, double? Support, double? Veto)
{
    /// <summary>Of an embedder that nothing was measured for: no opinion.</summary>
    public static readonly SightThresholds None = new(0.5, null, null);
}
