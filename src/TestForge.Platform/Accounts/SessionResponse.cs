using System.Linq.Expressions;

namespace TestForge.Platform.Accounts;

internal sealed record SessionResponse(Guid Id, SessionKind Kind, string? ClientId, string? Address, string? Agent, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt)
{
    public static readonly Expression<Func<Session, SessionResponse>> Selector = s => new(s.Id, s.Kind, s.ClientId, s.Address, s.Agent, s.CreatedAt, s.LastSeenAt, s.ExpiresAt);
}
