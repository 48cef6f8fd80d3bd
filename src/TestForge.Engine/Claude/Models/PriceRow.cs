namespace TestForge.Engine.Claude.Models;

/// <summary>Prices of a model from a day on, in USD per million tokens.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Usual">Prices of prompts up to <paramref name="LongAbove"/> tokens.</param>
/// <param name="From">The first day, in UTC; none for a model's first prices.</param>
/// <param name="LongAbove">The longest prompt at the usual price; none when length changes nothing.</param>
/// <param name="Long">Prices of every token of a call with a longer prompt.</param>
internal sealed record PriceRow(string Model, TokenPrices Usual, DateOnly? From = null, long? LongAbove = null, TokenPrices? Long = null)
{
    private const decimal Write5mFactor = 1.25m;
    private const decimal Write1hFactor = 2m;
    private const decimal BatchFactor = 0.5m;
    private const decimal Million = 1_000_000m;

    public decimal Cost(ClaudeUsage usage, bool batch)
    {
        var prices = For(usage.TotalInput);
        var usd = ((usage.Input + (usage.CacheWrite5m * Write5mFactor) + (usage.CacheWrite1h * Write1hFactor)) * prices.Input
            + (usage.CacheRead * prices.CacheRead)
            + (usage.Output * prices.Output)) / Million;
        return batch ? usd * BatchFactor : usd;
    }

    /// <summary>The most that a call can cost: all of its prompt written to the prompt cache, and the longest answer.</summary>
    public decimal Most(long input, long output, bool batch) => Cost(new(0, input, 0, 0, output), batch);

    private TokenPrices For(long prompt) => Long is not null && prompt > LongAbove ? Long : Usual;
}
