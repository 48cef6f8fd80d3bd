using System.Numerics.Tensors;

namespace TestForge.Engine.Vision;

/// <summary>Arithmetic on embeddings.</summary>
internal static class Vectors
{
    /// <summary>From -1 to 1; not a number when one of them is zero.</summary>
    public static double Cosine(float[] one, float[] other) => TensorPrimitives.CosineSimilarity<float>(one, other);

    /// <summary>Brings a vector to length 1, in place. A vector of zeros stays.</summary>
    public static float[] Normalised(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }

        return vector;
    }
}
