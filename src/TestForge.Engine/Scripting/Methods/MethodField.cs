using TestForge.Engine.Scripting.Naming;

namespace TestForge.Engine.Scripting.Methods;

/// <summary>A field that a page's method fills in.</summary>
/// <param name="Element">The field.</param>
/// <param name="Kind">How it is filled in: the type of the step's action.</param>
/// <param name="Name">What it is called in the method's data, in Pascal case: <c>YourName</c>.</param>
/// <param name="Optional">Some cases leave it alone.</param>
/// <param name="Usual">The value most cases give, as a step; null when it cannot be shared.</param>
internal sealed record MethodField(NamedElement Element, Type Kind, string Name, bool Optional, Pipeline.StepAction? Usual);
