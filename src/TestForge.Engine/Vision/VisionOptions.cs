using System.ComponentModel.DataAnnotations;

namespace TestForge.Engine.Vision;

/// <summary>Which embedder looks at pictures.</summary>
public sealed class VisionOptions
{
    public const string Cpu = "cpu";
    public const string Cuda = "cuda";

    /// <summary>The model's ONNX file. Unset: the histograms that come along, which are no neural model.</summary>
    public string? Model { get; set; }

    /// <summary><c>cpu</c> or <c>cuda</c>; the default is <c>cpu</c>.</summary>
    [RegularExpression("cpu|cuda")]
    public string Provider { get; set; } = Cpu;
}
