using Microsoft.Extensions.Options;
using TestForge.Engine.Baselines;
using TestForge.Engine.Pictures;
using TestForge.Engine.Reporting.Model;
using TestForge.Engine.Vision;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>
/// Looks again at pictures that differ from their baselines: structure, embedding, heat map. Here and not while cases run,
/// since a large model needs a second for each.
/// </summary>
internal sealed class LookReader(IArtifactStore store, EmbedderSource embedders, IRunEvents events, IOptions<ReportingOptions> options)
{
    /// <summary>When everything looks different, fifty say so too.</summary>
    private const int MaxLooks = 50;

    /// <summary>Around what differs, so that there is something to see it in.</summary>
    private const int Margin = 24;

    /// <summary>By the hash of the picture and that of its baseline.</summary>
    public async Task<IReadOnlyDictionary<(string Actual, string Baseline), ReportLook>> ReadAsync(IEnumerable<Attempt> attempts, CancellationToken cancellationToken)
    {
        var looks = new Dictionary<(string Actual, string Baseline), ReportLook>();
        var rejected = await RejectedAsync(cancellationToken);
        IImageEmbedder? embedder = null;
        var told = false;
        foreach (var (actual, baseline) in attempts.Select(Compared).OfType<(ArtifactRef Actual, ArtifactRef Baseline)>().Distinct().Take(MaxLooks))
        {
            if (await PictureAsync(baseline, cancellationToken) is not { } expected || await PictureAsync(actual, cancellationToken) is not { } seen)
            {
                continue;
            }

            try
            {
                embedder ??= told ? null : (await embedders.GetAsync(cancellationToken)).Embedder;
            }
            catch (StageException e)
            {
                // A report without one figure is worth more than no report.
                told = true;
                events.Publish(new RunEvent.RunWarning(e.Code, e.Message));
            }

            var review = rejected.GetValueOrDefault(actual.Sha256);
            looks[(actual.Sha256, baseline.Sha256)] = await LookAsync(expected, seen, embedder, cancellationToken) with { RejectedAt = review?.At, RejectedBecause = review?.Reason };
        }

        return looks;
    }

    /// <summary>The picture of an attempt that differed, and its baseline.</summary>
    public static (ArtifactRef Actual, ArtifactRef Baseline)? Compared(Attempt attempt) =>
        attempt.Evidence.LastOrDefault(e => e.Kind == ArtifactKinds.ActualPicture) is { } actual && attempt.Evidence.LastOrDefault(e => e.Kind == ArtifactKinds.Baseline) is { } baseline
            ? (actual, baseline)
            : null;

    private async Task<IReadOnlyDictionary<string, BaselineReview>> RejectedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reviews = options.Value.BaselineFolder is { } folder ? await new BaselineReviews(folder).ReadAsync(cancellationToken) : [];
            return reviews.Where(r => !r.Approved).GroupBy(r => r.Picture).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        }
        catch (StageException e)
        {
            events.Publish(new RunEvent.RunWarning(e.Code, e.Message));
            return new Dictionary<string, BaselineReview>();
        }
    }

    private async Task<ReportLook> LookAsync(Picture expected, Picture seen, IImageEmbedder? embedder, CancellationToken cancellationToken)
    {
        var difference = PictureComparison.Compare(expected, seen);
        var look = new ReportLook();
        var area = new PixelArea(0, 0, Math.Max(expected.Width, seen.Width), Math.Max(expected.Height, seen.Height));
        if (difference.SameSize)
        {
            var masks = PictureComparison.Masks(expected, seen);
            var map = StructuralSimilarity.Compare(expected, seen);
            var heat = await store.PutAsync(ArtifactKinds.PictureHeatMap, HeatMap.Paint(seen, map, masks).ToPng(), cancellationToken);
            look = new()
            {
                Differing = difference.Differing,
                Compared = difference.Compared,
                Structure = Math.Round(map.Mean(masks), 4),
                HeatMap = ReportEvidence.Of(heat),
            };
            area = difference.Area is { } where ? where.Grown(Margin) : area;
        }

        if (embedder is null || expected.Crop(area) is not { } before || seen.Crop(area) is not { } after)
        {
            return look;
        }

        var vectors = await embedder.EmbedAsync([before, after], cancellationToken);
        return look with { Likeness = Math.Round(Vectors.Cosine(vectors[0], vectors[1]), 4), Embedder = embedder.Name, ModelHash = embedder.ModelHash };
    }

    private async Task<Picture?> PictureAsync(ArtifactRef reference, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await store.OpenAsync(reference, cancellationToken);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellationToken);
            return Picture.FromPng(bytes.ToArray());
        }
        catch (Exception e) when (e is StageException or InvalidDataException)
        {
            return null;
        }
    }
}
