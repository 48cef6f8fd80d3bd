using System.Globalization;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>Looks, right after a failure, for what would explain it and be gone another time.</summary>
internal sealed class FailureSigns(StepDriver driver, BrowserSession session, ExecutionOptions options)
{
    private const int Conflict = 409;
    private const int MaxText = 20_000;
    private static readonly TimeSpan ReadLimit = TimeSpan.FromSeconds(2);

    /// <summary>What applications say when data are there already.</summary>
    private static readonly string[] Clashes =
    [
        "already exists", "already taken", "already in use", "already registered", "already been taken", "is not unique", "must be unique", "duplicate entry",
        "existiert bereits", "bereits vergeben", "bereits vorhanden", "bereits registriert",
        "existe déjà", "déjà utilisé", "déjà utilisée", "déjà pris", "ya existe", "ya está en uso", "ya está registrado", "già esistente", "esiste già", "já existe",
    ];

    public async Task<Failure> AddAsync(Failure failure, AttemptOrder order, CancellationToken cancellationToken)
    {
        var signs = new List<Cause>();
        if (failure.Class == FailureClass.Environment)
        {
            signs.Add(new(CauseKind.Environment, failure.Message));
        }
        else if (session.Recorder.Document?.Status is >= 500 and var status)
        {
            signs.Add(new(CauseKind.Environment, $"The page was answered with status {status.ToString(CultureInfo.InvariantCulture)}."));
        }

        if (order.Case.Steps.Any(s => s.Action is StepAction.Fill) && await ClashAsync(cancellationToken) is { } clash)
        {
            signs.Add(new(CauseKind.Data, clash));
        }

        if (signs.Count > 0 || !order.LooksLate || options.LateLookSeconds <= 0 || failure.StepIndex < 0)
        {
            return failure with { Signs = signs.Count > 0 ? signs : null };
        }

        var limit = TimeSpan.FromSeconds(options.LateLookSeconds);
        return await driver.LateAsync(order.Case.Steps[failure.StepIndex].Action, limit, cancellationToken) is { } late
            ? failure with
            {
                // What comes late has not drifted: there is nothing to heal.
                Class = FailureClass.Timing,
                PageFacts = null,
                Signs = [new(CauseKind.Timing, $"What the step waited for came {late.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms after its time was over.")],
            }
            : failure;
    }

    private async Task<string?> ClashAsync(CancellationToken cancellationToken)
    {
        if (session.Recorder.Document?.Status == Conflict || session.Recorder.FailedRequests.Any(r => r.Status == Conflict))
        {
            return "The application answered with status 409, a conflict with data that it has.";
        }

        try
        {
            var text = await session.Page.EvaluateAsync<string>($"() => (document.body?.innerText ?? '').slice(0, {MaxText})").WaitAsync(ReadLimit, cancellationToken);
            return Clashes.FirstOrDefault(c => text.Contains(c, StringComparison.OrdinalIgnoreCase)) is { } found ? $"The page says “{found}”." : null;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // A page that cannot be read gives no sign.
            return null;
        }
    }
}
