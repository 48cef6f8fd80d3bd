using Microsoft.Extensions.Options;

namespace TestForge.Engine.Vision;

/// <summary>Loads the embedder that the options name when it is first needed, once for the whole process.</summary>
internal sealed class EmbedderSource(IOptions<VisionOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private OnnxEmbedder? _model;
    private LoadedEmbedder? _loaded;

    /// <exception cref="Pipeline.StageException">One of the codes <c>vision.*</c> for a model that is not to be used.</exception>
    public async Task<LoadedEmbedder> GetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _loaded ??= await LoadAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _model?.Dispose();
        _turn.Dispose();
    }

    private async Task<LoadedEmbedder> LoadAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Model is not { } path)
        {
            return new(new CachedEmbedder(new HistogramEmbedder()), HistogramThresholds.Measured);
        }

        _model = await OnnxEmbedder.LoadAsync(path, options.Value.Provider, cancellationToken);
        return new(new CachedEmbedder(_model), (await CalibrationFile.ReadAsync(path, _model.ModelHash, cancellationToken))?.Thresholds ?? SightThresholds.None);
    }
}
