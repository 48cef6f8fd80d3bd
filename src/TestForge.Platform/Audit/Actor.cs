namespace TestForge.Platform.Audit;

/// <summary>Who did something, and from where.</summary>
/// <param name="Kind">What kind of caller.</param>
/// <param name="Id">The row of the caller, such as the API key; null for the system.</param>
/// <param name="Address">IP address, or null where there was no request.</param>
/// <param name="TraceId">The trace of the request, by which it is found in logs; null where there was none.</param>
internal sealed record Actor(ActorKind Kind, Guid? Id = null, string? Address = null, string? TraceId = null)
{
    public static readonly Actor System = new(ActorKind.System);
}
