namespace TestForge.Engine.Vision;

/// <summary>A model that passed all checks.</summary>
/// <param name="Name">Family and architecture.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Side">Width and height of its input in pixels.</param>
/// <param name="Frames">Frames of its input.</param>
/// <param name="Dimension">Numbers in an embedding.</param>
/// <param name="Tokens">Tokens of its output.</param>
/// <param name="TakesBatches">Whether it takes several pictures at once.</param>
/// <param name="ComparedWithWeights">Whether the file says what its weights' own code gives, and it gives the same.</param>
/// <param name="WeightsHash">SHA-256 of the weights it was exported from, as it says.</param>
/// <param name="Licence">The weights' licence, as it says.</param>
/// <param name="Calibrated">Whether thresholds for this very file lie beside it.</param>
/// <param name="LoadMilliseconds">What loading and all checks took.</param>
/// <param name="Milliseconds">What one embedding takes, the median of some.</param>
/// <param name="ProcessorMilliseconds">How long processors worked for one, all threads together: other work on the machine hardly changes that.</param>
public sealed record ModelFacts(
    string Name,
    string Hash,
    int Side,
    int Frames,
    int Dimension,
    int Tokens,
    bool TakesBatches,
    bool ComparedWithWeights,
    string WeightsHash,
    string Licence,
    bool Calibrated,
    double LoadMilliseconds,
    double Milliseconds,
    double ProcessorMilliseconds);
