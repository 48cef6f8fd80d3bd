using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>What no test touches, of one kind. Items are the first of Count.</summary>
internal sealed record UntestedGroup(string Title, int Count, int More, IReadOnlyList<UntestedView> Items);
