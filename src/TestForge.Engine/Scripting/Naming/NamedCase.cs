using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Naming;

/// <summary>A case with a one-line title, unique in its feature.</summary>
internal sealed record NamedCase(TestCase Case, string Title);
