namespace TestForge.Pipeline;

/// <summary>Something Discovery left out.</summary>
/// <param name="What">Address or element in words.</param>
/// <param name="Code">Stable reason: <c>out-of-scope</c>, <c>destructive</c>, <c>max-pages</c>, <c>max-depth</c>, <c>template-limit</c>, <c>refused</c>, <c>not-a-document</c>, <c>robots</c>, <c>sitemap-limit</c>, <c>max-minutes</c>, <c>max-megabytes</c>, <c>interrupted</c>.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="PageId">Where it was seen.</param>
public sealed record SkippedItem(string What, string Code, string Reason, string? PageId = null);
