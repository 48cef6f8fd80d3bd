using System.Diagnostics;

namespace TestForge.Engine.Vision;

/// <summary>What can be done with model files outside of a run.</summary>
public static class VisionModels
{
    private const int Rounds = 5;

    /// <summary>Loads a model with all checks and measures it.</summary>
    /// <exception cref="Pipeline.StageException">One of the codes <c>vision.*</c>.</exception>
    public static async Task<ModelFacts> CheckAsync(string path, string provider, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var model = await OnnxEmbedder.LoadAsync(path, provider, cancellationToken);
        var loading = Stopwatch.GetElapsedTime(started);
        var times = new List<double>();
        var worked = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < Rounds; round++)
        {
            started = Stopwatch.GetTimestamp();
            await model.EmbedAsync([TestPictures.Element], cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        worked = Environment.CpuUsage.TotalTime - worked;
        var says = model.Metadata;
        return new(
            model.Name,
            model.ModelHash,
            says.Side,
            says.Frames,
            says.Dimension,
            says.Tokens,
            model.TakesBatches,
            says.Expected.Count > 0,
            says.WeightsHash,
            says.Licence,
            await CalibrationFile.ReadAsync(path, model.ModelHash, cancellationToken) is not null,
            Math.Round(loading.TotalMilliseconds, 1),
            Math.Round(times.Order().ElementAt(Rounds / 2), 1),
            Math.Round(worked.TotalMilliseconds / Rounds, 1));
    }

    /// <summary>Measures thresholds on labelled pairs and keeps them beside the model.</summary>
    /// <param name="pairs">The file of pairs.</param>
    /// <param name="path">The model; null for the embedder that is no model, whose thresholds are only measured.</param>
    /// <param name="provider"><c>cpu</c> or <c>cuda</c>.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept then.</param>
    /// <exception cref="Pipeline.StageException">One of the codes <c>vision.*</c>.</exception>
    public static async Task<CalibrationResult> CalibrateAsync(string pairs, string? path, string provider, CancellationToken cancellationToken)
    {
        using var model = path is null ? null : await OnnxEmbedder.LoadAsync(path, provider, cancellationToken);
        var embedder = new CachedEmbedder((IImageEmbedder?)model ?? new HistogramEmbedder());
        var measured = new List<MeasuredPair>();
        await foreach (var pair in PairsFile.ReadAsync(pairs, cancellationToken))
        {
            var figures = await LookFigures.MeasureAsync(embedder, pair.Before, pair.After, cancellationToken);
            measured.Add(new(pair.Group, pair.Same, figures));
        }

        var calibration = Calibrator.Fit(measured);
        if (path is not null)
        {
            await CalibrationFile.WriteAsync(
                path,
                new() { ModelHash = embedder.ModelHash, Embedder = embedder.Name, Thresholds = calibration.Thresholds, Fitted = calibration.Fitted, Tested = calibration.Tested },
                cancellationToken);
        }

        return new(
            embedder.Name,
            embedder.ModelHash,
            calibration.Thresholds.StructureWeight,
            calibration.Thresholds.Support,
            calibration.Thresholds.Veto,
            calibration.Fitted,
            calibration.Tested,
            path is null ? null : CalibrationFile.PathFor(path));
    }
}
