using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

/// <summary>How a part of a page differs from its baseline, in figures.</summary>
internal sealed record ReportLook
{
    [Description("Pixels that differ for a person, without masks and smoothed edges; absent when the sizes differ.")]
    public int? Differing { get; init; }

    [Description("Pixels that were compared; absent when the sizes differ.")]
    public int? Compared { get; init; }

    [Description("SSIM (Wang and others 2004) outside of masks, 1 for the same; absent when the sizes differ.")]
    public double? Structure { get; init; }

    [Description("Cosine of the embeddings of what differs, with a little around it; absent when it could not be computed.")]
    public double? Likeness { get; init; }

    [Description("What made the embeddings; without a model it says that it is no neural model.")]
    public string? Embedder { get; init; }

    [Description("SHA-256 of the model's file, or of the definition of what stands in for one.")]
    public string? ModelHash { get; init; }

    [Description("When a person last rejected this very picture; absent when nobody did.")]
    public DateTimeOffset? RejectedAt { get; init; }

    [Description("Why, in their words.")]
    public string? RejectedBecause { get; init; }

    [Description("Where structure is lost, painted from yellow to red.")]
    public ReportEvidence? HeatMap { get; init; }
}
