using TestForge.TestKit.Vision;

namespace TestForge.Bench;

/// <summary>Writes encoders with random weights in the sizes that V-JEPA and smaller relatives have, for measuring time.</summary>
internal static class VisionModelBench
{
    private static readonly EncoderShape[] Shapes =
    [
        new("v-jepa-2.1", "tiny-64", 64, 1, 36, 2, 3),
        new("v-jepa-2", "vit-ti-256", 256, 2, 192, 12, 3),
        new("v-jepa-2", "vit-s-256", 256, 2, 384, 12, 6),
        new("v-jepa-2", "vit-b-256", 256, 2, 768, 12, 12),
        new("v-jepa-2.1", "vit-b-384", 384, 1, 768, 12, 12),
    ];

    /// <summary>Writes one file and prints its path, or the names there are.</summary>
    public static int Run(string folder, string? name)
    {
        if (name is null)
        {
            Console.WriteLine(string.Join(' ', Shapes.Select(s => s.Arch)));
            return 0;
        }

        var path = Path.Combine(folder, name + ".onnx");
        EncoderFile.Write(path, Shapes.Single(s => s.Arch == name));
        Console.WriteLine(path);
        return 0;
    }
}
