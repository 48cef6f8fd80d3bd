namespace TestForge.Engine.Healing;

/// <summary>How much each property says about an element's identity.</summary>
/// <remarks>
/// The values of the properties that Similo has are its tuned weights (Nass et al., TOSEM 2023). Accessible name, role, label and test id
/// are ours: the name takes the weight of Similo's visible text, a test id that of its best property. To be fitted on data in bench/quality.
/// </remarks>
internal static class SimilarityWeights
{
    public const double TestId = 2.85;
    public const double NameAttribute = 2.85;
    public const double AccessibleName = 2.8;
    public const double Label = 2.8;
    public const double Type = 2.75;
    public const double Alt = 1.85;
    public const double Placeholder = 1.8;
    public const double NeighbourText = 1.45;
    public const double Text = 1.4;
    public const double Location = 1.2;
    public const double Role = 1.0;
    public const double Href = 0.95;
    public const double Tag = 0.8;
    public const double Id = 0.5;
    public const double Landmark = 0.45;
    public const double Classes = 0.4;
    public const double Area = 0.35;
    public const double Path = 0.1;

    /// <summary>Candidates in another frame or shadow root are worth less: the same name there is mostly another thing.</summary>
    public const double OtherTreePenalty = 0.8;
}
