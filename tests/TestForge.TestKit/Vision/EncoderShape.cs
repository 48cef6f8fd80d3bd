namespace TestForge.TestKit.Vision;

/// <summary>The measures of an encoder in the shape of V-JEPA 2 or 2.1.</summary>
public sealed record EncoderShape(string Family, string Arch, int Side, int Frames, int Dimension, int Layers, int Heads)
{
    public const int Patch = 16;
    public const int Tubelet = 2;

    /// <summary>Small enough to be made and run in a test.</summary>
    public static EncoderShape Tiny2 { get; } = new("v-jepa-2", "tiny", 64, 2, 36, 2, 3);

    /// <summary>With the tokenizer for single images.</summary>
    public static EncoderShape Tiny21 { get; } = new("v-jepa-2.1", "tiny", 64, 1, 36, 2, 3);

    /// <summary>Batch, frame, channel, row, column; else batch, channel, frame, row, column.</summary>
    public bool FramesFirst { get; init; } = true;

    /// <summary>Whether several pictures may be given at once.</summary>
    public bool OpenBatch { get; init; } = true;

    public int Grid => Side / Patch;

    public int Tokens => Math.Max(1, Frames / Tubelet) * Grid * Grid;
}
