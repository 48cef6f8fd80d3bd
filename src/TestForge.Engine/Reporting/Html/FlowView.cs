using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A business flow with the names of its stops.</summary>
internal sealed record FlowView(BusinessFlow Flow, IReadOnlyList<MapStepView> Stops);
