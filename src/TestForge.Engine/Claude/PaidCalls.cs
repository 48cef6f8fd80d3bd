using Microsoft.Extensions.Options;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Claude.Models;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Claude.Transport;

namespace TestForge.Engine.Claude;

/// <summary>Calls that are counted before, held to the budgets, and booked after, however they end.</summary>
internal sealed class PaidCalls(IOptions<ClaudeOptions> options, ClaudeTransport transport, ModelDirectory directory, Lazy<PriceTable> prices, SpendingLedger ledger, TimeProvider clock)
{
    /// <summary>Where the service does not count: fewer bytes make no token in any language.</summary>
    public const int FewestBytesPerToken = 2;

    /// <summary>How long a reservation outlives the longest call, in case its process was killed.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>Fits the request to the model and counts its tokens.</summary>
    public async Task<RequestBody> PrepareAsync(CallState call, CancellationToken cancellationToken)
    {
        // A model without a price is not asked at all.
        Price(call.Prompt.Body.Model);
        var facts = await directory.FindAsync(call.Prompt.Body.Model, cancellationToken);
        var body = call.Prompt.Body.Fitted(facts);
        call.InputTokens = await CountAsync(body, cancellationToken);
        return call.InputTokens > facts?.MaxInput
            ? throw new ClaudeStopException(ClaudeOutcome.TooLong, $"The question has {call.InputTokens} tokens, and the model takes {facts.MaxInput}.")
            : body;
    }

    public async Task<ReceivedMessage> SendAsync(CallState call, RequestBody body, CancellationToken cancellationToken)
    {
        // A repair has the first answer and a few words more.
        var input = call.InputTokens + (call.Repaired ? (body.Bytes.Length - call.Prompt.Body.Bytes.Length) / FewestBytesPerToken : 0);
        var price = Price(body.Model);
        var most = call.Line(clock.GetUtcNow(), price.Most(input, body.MaxTokens, batch: false), input + body.MaxTokens);
        var reserved = await ledger.ReserveAsync(most, options.Value.Deadline + Slack, cancellationToken);
        var meter = new UsageMeter();
        try
        {
            return await transport.SendAsync(body, input, meter, cancellationToken);
        }
        finally
        {
            var usd = price.Cost(meter.Usage, batch: false);
            call.Add(meter.Usage, usd);
            await ledger.SettleAsync(reserved, usd, meter.Usage.Total, calls: 1);
        }
    }

    /// <summary>Books that an earlier answer served.</summary>
    public Task SavedAsync(CallState call, decimal usd) => ledger.BookAsync(call.Line(clock.GetUtcNow(), 0, 0) with { SavedUsd = usd });

    private PriceRow Price(string model) => prices.Value.Get(model, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private async Task<long> CountAsync(RequestBody body, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.CountAsync(body, cancellationToken);
        }
        catch (ClaudeStopException e) when (e.Outcome is ClaudeOutcome.Unfit)
        {
            // A gateway that cannot count: better too many than too few.
            return body.Bytes.Length / FewestBytesPerToken;
        }
    }
}
