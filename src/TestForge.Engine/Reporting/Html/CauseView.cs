using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Failures with one cause: the explanation, one of them in full, and the others to open.</summary>
internal sealed record CauseView(FailureGroup Group, bool Explained, TroubleView First, IReadOnlyList<TroubleView> Others);
