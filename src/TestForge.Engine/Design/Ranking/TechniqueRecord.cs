namespace TestForge.Engine.Design.Ranking;

/// <summary>What the cases of a technique came to in the detection benchmark.</summary>
/// <param name="Cases">How many there were.</param>
/// <param name="Caught">Faults that they caught; one that several cases caught is shared among them.</param>
/// <param name="Seconds">Mean time of one of them.</param>
internal sealed record TechniqueRecord(int Cases, double Caught, double Seconds);
