using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestForge.Engine.Claude.Budgets;
using TestForge.Engine.Claude.Checking;
using TestForge.Engine.Claude.Models;
using TestForge.Pipeline;

namespace TestForge.Engine.Claude;

/// <summary>What can be known of the language model outside of a run.</summary>
public static class ClaudeAccess
{
    private const string Word = "lantern";

    /// <summary>Refuses settings that would only fail at the first call.</summary>
    /// <exception cref="StageException"><c>config.invalid_value</c> or <c>claude.prices_unreadable</c>.</exception>
    public static void CheckSettings(ClaudeOptions options)
    {
        PriceTable.Load(options.PricesFile);
        foreach (var pattern in options.MaskPatterns)
        {
            try
            {
                _ = new Regex(pattern);
            }
            catch (ArgumentException e)
            {
                throw new StageException("config.invalid_value", $"'claude.mask' has '{pattern}', which is no regular expression: {e.Message}", retryable: false, e);
            }
        }
    }

    /// <summary>Finds out whether calls would work: key, address, model, price. Nothing of that costs anything.</summary>
    /// <param name="options">As a run would have them.</param>
    /// <param name="ask">Also asks one small question, which costs a fraction of a cent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StageException">One of the codes <c>claude.*</c>.</exception>
    public static async Task<ClaudeFacts> CheckAsync(ClaudeOptions options, bool ask, CancellationToken cancellationToken)
    {
        if (options.WhyOff is { } off)
        {
            throw new StageException("claude.disabled", $"{off} Everything works by rules without it.", retryable: false);
        }

        await using var services = Services(options);
        try
        {
            var price = services.GetRequiredService<Lazy<PriceTable>>().Value.Get(options.Model, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
            var directory = services.GetRequiredService<ModelDirectory>();
            var facts = await directory.FindAsync(options.Model, cancellationToken);
            var asked = ask ? await AskAsync(services, options, cancellationToken) : null;
            return new()
            {
                Address = options.BaseUrl,
                Model = options.Model,
                Models = [.. (await directory.AllAsync(cancellationToken)).Select(m => m.Id)],
                MaxInput = facts?.MaxInput,
                MaxOutput = facts?.MaxOutput,
                Batches = facts?.Batch,
                InputPrice = price.Usual.Input,
                OutputPrice = price.Usual.Output,
                Budgets = options.Budgets,
                Spent = await services.GetRequiredService<SpendingLedger>().ReadAsync(m => m.Total(_ => true), cancellationToken),
                Asked = asked,
            };
        }
        catch (ClaudeStopException e)
        {
            throw Named(e.Outcome, e.Message, e);
        }
    }

    /// <summary>Reads what calls cost in this month.</summary>
    public static async Task<MonthSpending> SpendingAsync(ClaudeOptions options, CancellationToken cancellationToken)
    {
        await using var services = Services(options);
        return await services.GetRequiredService<SpendingLedger>().ReadAsync(
            m => new MonthSpending(
                TimeProvider.System.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture),
                m.Total(_ => true),
                m.ByProject(),
                m.ByPurpose(_ => true).OrderByDescending(p => p.Value.Usd).ToDictionary(p => p.Key.ToString().ToLowerInvariant(), p => p.Value)),
            cancellationToken);
    }

    private static async Task<AskedQuestion> AskAsync(IServiceProvider services, ClaudeOptions options, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await services.GetRequiredService<IClaude>().AskAsync<CheckAnswer>(
            options.Scope,
            new()
            {
                PromptName = "check.answer",
                PromptVersion = 1,
                Instructions = "You are asked whether questions reach you and answers come back in their form.",
                Question = "Which word is in the data?",
                Data = [new("the check", Word)],
                MaxOutputTokens = 1000,
                Purpose = ClaudePurpose.Check,
            },
            a => a.Word.Contains(Word, StringComparison.OrdinalIgnoreCase) ? [] : [$"The word in the data is another than '{a.Word}'."],
            cancellationToken);
        return result.HasAnswer
            ? new((long)Stopwatch.GetElapsedTime(began).TotalMilliseconds, result.Usage.Total, result.Usd)
            : throw Named(result.Outcome, result.Reason ?? "", null);
    }

    private static StageException Named(ClaudeOutcome outcome, string reason, Exception? inner) =>
        new(new ClaudeResult<CheckAnswer> { Outcome = outcome }.Code ?? "claude.unavailable", reason, retryable: false, inner);

    private static ServiceProvider Services(ClaudeOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddClaude();

        // An answer that is kept would not tell whether the service answers.
        services.AddSingleton(Options.Create(options));
        return services.BuildServiceProvider();
    }
}
