using System.Text.Json.Nodes;

namespace TestForge.TestKit.FakeClaude;

/// <summary>What the fake service counts for one answer.</summary>
public sealed record FakeBill(JsonObject Body, JsonObject Usage)
{
    /// <summary>By prices in USD for a million tokens; what is kept for five minutes costs a quarter more.</summary>
    /// <param name="input">Of tokens in.</param>
    /// <param name="read">Of tokens read from what was kept.</param>
    /// <param name="output">Of tokens out.</param>
    public decimal Usd(decimal input, decimal read, decimal output) =>
        ((Of("input_tokens") * input) + (Of("cache_creation_input_tokens") * input * 1.25m) + (Of("cache_read_input_tokens") * read) + (Of("output_tokens") * output)) / 1_000_000;

    private long Of(string name) => Usage[name]!.GetValue<long>();
}
