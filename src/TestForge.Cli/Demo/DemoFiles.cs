using System.Collections.Concurrent;

namespace TestForge.Cli.Demo;

internal static class DemoFiles
{
    private static readonly ConcurrentDictionary<string, string?> _files = new(StringComparer.Ordinal);

    public static string? Find(string name) => _files.GetOrAdd(name, Read);

    public static Markup Html(string name) =>
        new(Find(name) ?? throw new InvalidOperationException($"The sample shop has no file {name}."));

    private static string? Read(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream($"demo/{name}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
