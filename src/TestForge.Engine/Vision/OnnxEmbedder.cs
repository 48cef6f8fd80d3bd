using TestForge.Engine.Pictures;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>V-JEPA 2 or 2.1 from an ONNX file that keeps the contract.</summary>
internal sealed class OnnxEmbedder : IImageEmbedder, IDisposable
{
    // More gain nothing on processors, and each picture needs its share of memory.
    private const int BatchSize = 8;

    private readonly OnnxModel _model;
    private readonly SemaphoreSlim _turn = new(1);

    private OnnxEmbedder(OnnxModel model) => _model = model;

    public string Name => _model.Metadata.Name;

    public string ModelHash => _model.Hash;

    public int Dimension => _model.Metadata.Dimension;

    public ModelMetadata Metadata => _model.Metadata;

    public bool TakesBatches => _model.TakesBatches;

    /// <summary>Loads a model file and has it prove itself, which takes seconds for a large one.</summary>
    /// <exception cref="StageException">One of the codes <c>vision.*</c> for a file that is not to be used.</exception>
    public static async Task<OnnxEmbedder> LoadAsync(string path, string provider, CancellationToken cancellationToken)
    {
        var model = await OnnxModel.OpenAsync(path, provider, cancellationToken);
        try
        {
            await Task.Run(() => ModelChecks.Run(model, Path.GetFileName(path)), cancellationToken);
            return new(model);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<Picture> pictures, CancellationToken cancellationToken)
    {
        var vectors = new List<float[]>(pictures.Count);
        foreach (var batch in pictures.Chunk(_model.TakesBatches ? BatchSize : 1))
        {
            // One at a time: a single run uses all processors already.
            await _turn.WaitAsync(cancellationToken);
            try
            {
                vectors.AddRange(await Task.Run(() => _model.Run(batch), cancellationToken));
            }
            finally
            {
                _turn.Release();
            }
        }

        return [.. vectors.Select(Vectors.Normalised)];
    }

    public void Dispose()
    {
        _turn.Dispose();
        _model.Dispose();
    }
}
