using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal sealed record InvitationResponse(Guid Id, string Email, Role Role, InvitationStatus Status, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    public static InvitationResponse Of(Invitation invitation, DateTimeOffset now) => new(invitation.Id, invitation.Email, invitation.Role, StatusOf(invitation, now), invitation.CreatedAt, invitation.ExpiresAt);

    public static InvitationStatus StatusOf(Invitation invitation, DateTimeOffset now) =>
        invitation.AcceptedAt is not null ? InvitationStatus.Accepted
        : invitation.RevokedAt is not null ? InvitationStatus.Revoked
        : invitation.ExpiresAt <= now ? InvitationStatus.Expired
        : InvitationStatus.Open;
}
