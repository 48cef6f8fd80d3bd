using TestForge.Engine.Pictures;

namespace TestForge.Engine.Vision;

/// <summary>Turns pictures of parts of pages into vectors whose angle says how alike they look. May be asked by several at once.</summary>
internal interface IImageEmbedder
{
    /// <summary>What it is, for reports: the model's family and architecture, or that it is no neural model.</summary>
    string Name { get; }

    /// <summary>SHA-256 of the model's file in lower-case hexadecimal; of its definition when there is no file.</summary>
    string ModelHash { get; }

    int Dimension { get; }

    /// <summary>One vector of length 1 for each picture, in order: the mean over the tokens that the picture covers, without those of padding.</summary>
    Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<Picture> pictures, CancellationToken cancellationToken);
}
