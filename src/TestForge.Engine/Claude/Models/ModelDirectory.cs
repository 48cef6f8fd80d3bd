using TestForge.Engine.Claude.Transport;

namespace TestForge.Engine.Claude.Models;

/// <summary>What the service says its models can do, asked once an hour. Names tell nothing.</summary>
internal sealed class ModelDirectory(ClaudeTransport transport, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IReadOnlyList<ModelFacts> _models = [];
    private DateTimeOffset _asked = DateTimeOffset.MinValue;

    /// <summary>None when the address has no list of models, as gateways may.</summary>
    public async Task<IReadOnlyList<ModelFacts>> AllAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() - _asked > Age)
            {
                _models = await AskAsync(cancellationToken);
                _asked = clock.GetUtcNow();
            }

            return _models;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Facts of a model that can give structured answers; null when nothing is said of it.</summary>
    public async Task<ModelFacts?> FindAsync(string model, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        var facts = all.FirstOrDefault(m => m.Id == model) ?? all.FirstOrDefault(m => m.Id.StartsWith(model + "-20", StringComparison.Ordinal));
        return facts switch
        {
            null when all.Count > 0 => throw new ClaudeStopException(ClaudeOutcome.Unfit, $"The service has no model '{model}'. It has {string.Join(", ", all.Select(m => m.Id).Order(StringComparer.Ordinal))}."),
            { StructuredOutputs: false } => throw new ClaudeStopException(ClaudeOutcome.Unfit, $"The model '{model}' gives no structured answers."),
            _ => facts,
        };
    }

    public void Dispose() => _gate.Dispose();

    private async Task<IReadOnlyList<ModelFacts>> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await transport.ModelsAsync(cancellationToken);
        }
        catch (ClaudeStopException e) when (e.Outcome == ClaudeOutcome.Unfit)
        {
            return [];
        }
    }
}
