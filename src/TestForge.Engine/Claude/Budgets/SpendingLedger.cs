using System.Globalization;
using Microsoft.Extensions.Options;

namespace TestForge.Engine.Claude.Budgets;

/// <summary>
/// What calls have cost this month, in a file that several processes share. Before a call the most it can cost is written down as reserved,
/// under the file's lock, so that two calls at once cannot both take the last of a budget.
/// </summary>
internal sealed class SpendingLedger(IOptions<ClaudeOptions> options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly BudgetLimits _limits = new(options.Value.Budgets);
    private LedgerMonth _month = new();
    private string? _name;

    /// <summary>Sets aside the most that a call can cost, or ends the call when a budget does not have it.</summary>
    public Task<LedgerLine> ReserveAsync(LedgerLine most, TimeSpan atMost, CancellationToken cancellationToken) => WriteAsync(
        month =>
        {
            var reserved = most with { At = clock.GetUtcNow(), ReservedUntil = clock.GetUtcNow() + atMost };
            _limits.Check(month, reserved);
            return reserved;
        },
        most.At,
        cancellationToken);

    /// <summary>Books what a call did cost. Nothing stops this: the money is spent.</summary>
    /// <param name="reserved">What was set aside.</param>
    /// <param name="usd">What was spent.</param>
    /// <param name="tokens">What was used.</param>
    /// <param name="calls">None for a batch, whose calls are booked one by one.</param>
    public Task SettleAsync(LedgerLine reserved, decimal usd, long tokens, int calls) =>
        BookAsync(reserved with { At = clock.GetUtcNow(), ReservedUntil = null, Usd = usd, Tokens = tokens, Calls = calls }, reserved.At);

    /// <summary>Books what nothing was set aside for: an earlier answer that served, or one of a batch.</summary>
    public Task BookAsync(LedgerLine line) => BookAsync(line, line.At);

    /// <summary>Reads the current month.</summary>
    public async Task<T> ReadAsync<T>(Func<LedgerMonth, T> read, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var path = PathOf(clock.GetUtcNow());
            if (path is not null && File.Exists(path))
            {
                await using var file = await SharedFile.OpenAsync(path, cancellationToken);
                _month.Read(file);
            }

            return read(_month);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>What is spent is spent: where the file cannot be written any more, it counts in this process, and in the file what was set aside for it stands until it lapses.</summary>
    private async Task BookAsync(LedgerLine line, DateTimeOffset month)
    {
        try
        {
            await WriteAsync(_ => line, month, CancellationToken.None);
        }
        catch (ClaudeStopException)
        {
            await _gate.WaitAsync();
            _month.Add(line);
            _gate.Release();
        }
    }

    /// <param name="make">Makes the line of the month so far.</param>
    /// <param name="at">A call is settled in the month in which it was reserved.</param>
    /// <param name="cancellationToken">Stops the wait for the file.</param>
    private async Task<LedgerLine> WriteAsync(Func<LedgerMonth, LedgerLine> make, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (PathOf(at) is not { } path)
            {
                var alone = make(_month);
                _month.Add(alone);
                return alone;
            }

            await using var file = await SharedFile.OpenAsync(path, cancellationToken);
            _month.Read(file);
            var line = make(_month);
            SharedFile.Append(file, _month.Position, LedgerMonth.Write(line));
            _month.Read(file);
            return line;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The file of a day's month; the sums begin anew when it is another one.</summary>
    private string? PathOf(DateTimeOffset at)
    {
        var name = at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (name != _name)
        {
            (_name, _month) = (name, new());
        }

        return options.Value.Folder is { } folder ? Path.Combine(folder, $"ledger-{name}.jsonl") : null;
    }
}
