namespace TestForge.Pipeline;

/// <summary>How alike an element and a candidate for it look, and what follows.</summary>
/// <param name="Verdict">What follows, by thresholds that were measured for this very embedder.</param>
/// <param name="Similarity">The figure that is judged: the other three, weighed as was measured for this embedder, from -1 to 1.</param>
/// <param name="Tight">Cosine of the embeddings of the elements alone.</param>
/// <param name="WithContext">Cosine of the embeddings with what is around them: boxes that look alike differ in their label.</param>
/// <param name="Structure">SSIM of the elements alone, brought to one size.</param>
/// <param name="Embedder">What looked, in words; a fallback says that it is no neural model.</param>
/// <param name="ModelHash">SHA-256 of the model's file, or of the fallback's definition.</param>
/// <param name="Reason">One sentence for a person.</param>
public sealed record SightOpinion(
    SightVerdict Verdict,
    double Similarity,
    double Tight,
    double WithContext,
    double Structure,
    string Embedder,
    string ModelHash,
    string Reason);
