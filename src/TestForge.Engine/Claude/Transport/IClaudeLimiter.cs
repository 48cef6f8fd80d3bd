using System.Net.Http.Headers;

namespace TestForge.Engine.Claude.Transport;

/// <summary>Keeps calls within what the service allows, by what its answers say. All processes that share a key should share one.</summary>
public interface IClaudeLimiter
{
    /// <summary>Waits until a call may be made; disposing what it returns ends the call.</summary>
    /// <param name="model">The model's id.</param>
    /// <param name="inputTokens">How many tokens the call sends.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IDisposable> EnterAsync(string model, long inputTokens, CancellationToken cancellationToken);

    /// <summary>Takes note of the limits in an answer's headers.</summary>
    void Observe(string model, HttpResponseHeaders headers);

    /// <summary>Lets nobody call the model for a while, because the service asks for it.</summary>
    void Pause(string model, TimeSpan time);
}
