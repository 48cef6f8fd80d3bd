using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Naming;

/// <summary>A feature that has cases: what its file and class are called.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="FileName">Lower-case letters, digits and hyphens, without extension.</param>
/// <param name="ClassName">In Pascal case, unique in the plan.</param>
/// <param name="Cases">Its cases by id, each with a title that is unique in the feature.</param>
internal sealed record NamedFeature(TestFeature Feature, string FileName, string ClassName, IReadOnlyList<NamedCase> Cases);
