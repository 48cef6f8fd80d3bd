namespace TestForge.Engine.Reporting.Model;

/// <summary>One part of the health score: Points of MaxPoints, because its value from 0 to 1 is Value.</summary>
internal sealed record HealthComponent(string Name, double Value, double Points, double MaxPoints, string Explanation);
