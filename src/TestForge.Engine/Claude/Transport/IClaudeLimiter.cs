using System.Net.Http.Headers;

namespace TestForge.Engine.Claude.Transport;

/// <summary>Keeps calls within what the service allows, by what its answers say. All processes that share a key should share one.</summary>
internal interface IClaudeLimiter
{
    /// <summary>Waits until a call may be made; disposing what it returns ends the call.</summary>
    Task<IDisposable> EnterAsync(string model, long inputTokens, CancellationToken cancellationToken);

    /// <summary>Takes note of the limits in an answer's headers.</summary>
    void Observe(string model, HttpResponseHeaders headers);

    /// <summary>Lets nobody call the model for a while, because the service asks for it.</summary>
    void Pause(string model, TimeSpan time);
}
