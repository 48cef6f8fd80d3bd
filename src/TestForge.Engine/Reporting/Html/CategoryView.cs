using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Html;

/// <summary>All findings of a category; accessibility has a group for each WCAG level.</summary>
internal sealed record CategoryView(FindingCategory Category, int Count, IReadOnlyList<FindingGroup> Groups);
