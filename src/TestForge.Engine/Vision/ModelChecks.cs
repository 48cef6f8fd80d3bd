using System.Globalization;
using System.Numerics.Tensors;
using TestForge.Pipeline;

namespace TestForge.Engine.Vision;

/// <summary>What a model has to prove on pictures before it is believed.</summary>
internal static class ModelChecks
{
    // Threads may add up in another order; more than that is chance or state.
    private const double Rounding = 1e-4;

    // Tells a model that sees from one that gives the same whatever it is shown; it says nothing of how well it sees.
    private const double MostLikeBlank = 0.999;

    // Room for eight-bit weights; another rotary embedding or another layout of the input is far beyond.
    private const double MostRelativeError = 0.1;

    /// <exception cref="StageException">What the model breaks.</exception>
    public static void Run(OnnxModel model, string file)
    {
        var element = model.Run([TestPictures.Element])[0];
        var again = model.Run([TestPictures.Element])[0];
        var self = Vectors.Cosine(element, element);
        if (!(Math.Abs(self - 1) <= Rounding))
        {
            throw Refused("vision.model_blind", $"the cosine of a picture with itself is {Figure(self)}, not 1");
        }

        var apart = Apart(element, again);
        if (apart > Rounding)
        {
            throw Refused("vision.model_unstable", $"the same picture gave two embeddings that are {Figure(apart)} of their length apart");
        }

        var blank = Vectors.Cosine(element, model.Run([TestPictures.Blank])[0]);
        if (!(blank < MostLikeBlank))
        {
            throw Refused("vision.model_blind", $"a button and a blank area have the cosine {Figure(blank)}; below {Figure(MostLikeBlank)} is needed");
        }

        if (model.Metadata.Expected is { Count: > 0 } expected)
        {
            var seen = model.Run([TestPictures.Fixed(model.Metadata.Side)])[0];
            var error = seen.Length >= expected.Count ? Apart([.. expected], seen[..expected.Count]) : double.PositiveInfinity;
            if (!(error <= MostRelativeError))
            {
                throw Refused("vision.model_differs", $"on the fixed picture it is {Figure(error)} of the length away from what its weights gave when it was exported; at most {Figure(MostRelativeError)} is allowed");
            }
        }

        StageException Refused(string code, string message) => new(code, $"'{file}' is refused: {message}. Export it again with tools/vjepa-export.", retryable: false);
    }

    /// <summary>How far the second is from the first, as a share of the first one's length.</summary>
    private static double Apart(float[] one, float[] other) => TensorPrimitives.Distance<float>(one, other) / TensorPrimitives.Norm<float>(one);

    private static string Figure(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
