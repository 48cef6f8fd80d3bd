using System.Text.Json;
using System.Text.RegularExpressions;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Claude;

/// <summary>A prompt as it left the machine, for comparing it whole: the names of fences are random and left out.</summary>
internal static partial class PromptText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(FakeRequest request)
    {
        var texts = request.Body["system"]!.AsArray().Concat(request.Body["messages"]!.AsArray().SelectMany(m => m!["content"]!.AsArray())).Select(t => t!["text"]!.GetValue<string>());
        return Fence().Replace(string.Join("\n\n----\n\n", [.. texts, request.Body["output_config"]!["format"]!["schema"]!.ToJsonString(Indented)]), "data-X") + "\n";
    }

    /// <summary>The pieces of the application's text, without their fences.</summary>
    public static string Data(FakeRequest request) =>
        string.Join('\n', request.Body["messages"]!.AsArray().SelectMany(m => m!["content"]!.AsArray()).Select(t => t!["text"]!.GetValue<string>()));

    [GeneratedRegex("data-[0-9a-f]{20}")]
    private static partial Regex Fence();
}
