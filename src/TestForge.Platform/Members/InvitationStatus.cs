namespace TestForge.Platform.Members;

internal enum InvitationStatus
{
    Open,
    Accepted,
    Revoked,
    Expired,
}
