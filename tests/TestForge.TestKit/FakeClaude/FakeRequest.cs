using System.Text.Json.Nodes;

namespace TestForge.TestKit.FakeClaude;

/// <summary>A request that the fake service has received.</summary>
public sealed record FakeRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonObject Body => (JsonObject)JsonNode.Parse(Text)!;

    public bool IsMessage => Path == "/v1/messages";
}
