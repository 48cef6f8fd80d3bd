using TestForge.TestKit.Vision;

namespace TestForge.Engine.Tests.Vision;

/// <summary>Model files in a folder of their own, each written once.</summary>
public sealed class ModelFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-models-").FullName;
    private readonly Lock _turn = new();

    public string Of(EncoderShape shape, EncoderFault fault = EncoderFault.None) => Written($"{shape.Family}-{shape.GetHashCode():x}-{fault}", path => EncoderFile.Write(path, shape, fault));

    /// <summary>The small one, with a value of its metadata replaced, or taken away.</summary>
    public string With(string key, string? value) =>
        Written($"with-{key}-{value?[..Math.Min(30, value.Length)]}", path => EncoderFile.Write(path, EncoderShape.Tiny2, EncoderFault.None, new Dictionary<string, string?> { ["vision." + key] = value }));

    public string In(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(string name, Action<string> write)
    {
        var path = In(string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '.' ? c : '_')) + ".onnx");
        lock (_turn)
        {
            if (!File.Exists(path))
            {
                write(path);
            }
        }

        return path;
    }
}
