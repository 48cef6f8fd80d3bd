using Microsoft.Extensions.Options;

namespace TestForge.Engine.Claude.Budgets;

/// <summary>Tells what the calls of this host's run cost.</summary>
internal sealed class RunSpending(IOptions<ClaudeOptions> options, SpendingLedger ledger)
{
    public async Task<SpentByRun> ReadAsync(CancellationToken cancellationToken)
    {
        var (claude, scope) = (options.Value, options.Value.Scope);
        try
        {
            return await ledger.ReadAsync(
                m => new SpentByRun(claude.Model, claude.WhyOff, m.Total(IsOurs), [.. m.ByPurpose(IsOurs).OrderBy(p => p.Key).Select(p => new SpentOnPurpose(p.Key, p.Value, m.BySubject(scope, p.Key).Count))]),
                cancellationToken);
        }
        catch (ClaudeStopException e)
        {
            return new(claude.Model, $"What calls cost is not known: {e.Message}", default, []);
        }

        bool IsOurs(ClaudeScope of) => of == scope;
    }
}
