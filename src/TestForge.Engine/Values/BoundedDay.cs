using TestForge.Pipeline;

namespace TestForge.Engine.Values;

/// <summary>A day by its distance from the earliest or latest that a field allows: most fields move theirs with the calendar.</summary>
internal readonly record struct BoundedDay(DateBound Bound, int Days);
