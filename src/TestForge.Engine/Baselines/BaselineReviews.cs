using System.Text.Json;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Baselines;

/// <summary>Remembers what was approved and rejected, in <c>reviews.json</c> among the baselines; the latest word on a picture counts.</summary>
public sealed class BaselineReviews(string folder)
{
    public const string FileName = "reviews.json";

    private readonly string _path = Path.Combine(folder, FileName);

    /// <exception cref="StageException"><c>baseline.reviews_unreadable</c>.</exception>
    public async Task<IReadOnlyList<BaselineReview>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<IReadOnlyList<BaselineReview>>(await File.ReadAllBytesAsync(_path, cancellationToken), ArtifactJson.Compact) ?? [];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StageException(
                "baseline.reviews_unreadable",
                $"'{_path}' cannot be read: {e.Message} Take it from version control again, or delete it; what was rejected is then not known any more.",
                retryable: false,
                e);
        }
    }

    /// <summary>Adds a word, which replaces an earlier one on the same picture.</summary>
    public async Task AddAsync(BaselineReview review, CancellationToken cancellationToken)
    {
        var others = (await ReadAsync(cancellationToken)).Where(r => (r.Baseline, r.Platform, r.Picture) != (review.Baseline, review.Platform, review.Picture));
        Directory.CreateDirectory(folder);
        await WholeFile.WriteAsync(_path, JsonSerializer.SerializeToUtf8Bytes(others.Append(review), ArtifactJson.Indented), cancellationToken);
    }
}
