using System.Runtime.InteropServices;

namespace TestForge.Cli;

/// <summary>Turns Ctrl-C into a request to stop, and into an end when that takes too long or is asked for twice.</summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>The promise is three seconds; what is left is for the process to end in.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.6);

    private readonly CancellationTokenSource _stop = new();
    private readonly CliEnvironment _environment;
    private readonly string _kept;
    private readonly PosixSignalRegistration[] _signals;
    private ITimer? _deadline;
    private int _asked;

    /// <param name="environment">The process.</param>
    /// <param name="kept">What remains when the process has to end at once, and how to go on.</param>
    public Interruption(CliEnvironment environment, string kept)
    {
        _environment = environment;
        _kept = kept;
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s => PosixSignalRegistration.Create(s, OnSignal))];
    }

    public CancellationToken Token => _stop.Token;

    public bool Asked => _asked > 0;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _deadline?.Dispose();
        _stop.Dispose();
    }

    internal void Ask()
    {
        if (Interlocked.Increment(ref _asked) > 1)
        {
            EndNow();
            return;
        }

        _environment.Error.WriteLine("Stopping: keeping what was found and writing the report. Press Ctrl-C again to end at once.");
        _deadline = _environment.Clock.CreateTimer(_ => EndNow(), null, Patience, Timeout.InfiniteTimeSpan);

        // Not on the signal's thread: what reacts to the token runs there until its first wait.
        _ = Task.Run(_stop.Cancel);
    }

    private void EndNow()
    {
        _environment.Error.WriteLine(_kept);
        _environment.Exit(ExitCodes.Interrupted);
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        Ask();
    }
}
