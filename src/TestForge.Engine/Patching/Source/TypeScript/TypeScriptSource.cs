using System.Text.Json;
using TestForge.Engine.Execution.PlaywrightBackend;
using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Source.TypeScript;

/// <summary>Reads TypeScript and JavaScript with Babel's parser, in a process of its own.</summary>
internal sealed class TypeScriptSource : ISourceReader
{
    // Its eighth version asks for Node.js 22.
    private const string Packages = """{ "name": "testforge-source", "private": true, "dependencies": { "@babel/parser": "7.29.15" } }""";

    public async Task<LocatorCall> FindAsync(string file, string text, int line, int column, string method, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(new { operation = "find", file, text, line, column, method }, cancellationToken);
        return answer.Deserialize<LocatorCall>(ArtifactJson.Compact)!;
    }

    public async Task<string?> DifferenceAsync(string file, string before, string after, IReadOnlyList<int> starts, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(new { operation = "difference", file, before, after, starts }, cancellationToken);
        return answer.TryGetProperty("error", out var error) ? error.GetString() : answer.TryGetProperty("difference", out var difference) ? difference.GetString() : null;
    }

    public string? Write(LocatorSpec locator, LocatorCall old, Func<LocatorSpec, bool> exact) => TypeScriptText.Write(locator, old, exact);

    private static async Task<JsonElement> AskAsync(object request, CancellationToken cancellationToken)
    {
        await NodeModules.RequireNodeAsync(cancellationToken);
        var folder = await NodeModules.OfUser().EnsureAsync(Packages, cancellationToken);
        var script = Path.Combine(folder, "locator-source.js");
        var asked = Path.Combine(folder, $"{Path.GetRandomFileName()}.json");
        try
        {
            await File.WriteAllTextAsync(script, EmbeddedText.Read("Patching/Source/TypeScript/locator-source.js"), cancellationToken);
            await File.WriteAllBytesAsync(asked, JsonSerializer.SerializeToUtf8Bytes(request), cancellationToken);
            var lines = new List<string>();
            await ChildProcess.RunAsync("node", [script, asked], folder, new Dictionary<string, string?> { ["NODE_OPTIONS"] = null }, lines.Add, cancellationToken);
            return JsonDocument.Parse(lines.LastOrDefault(l => l.StartsWith('{')) ?? throw new InvalidOperationException(string.Join(' ', lines))).RootElement;
        }
        finally
        {
            File.Delete(asked);
        }
    }
}
