using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal static class MemberErrors
{
    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "members.not_found", $"There is no member {id}.");

    public static ApiProblem LastOwner() =>
        new(StatusCodes.Status409Conflict, "members.last_owner", "This is the tenant's last owner, and without one nobody could make another. Make somebody else an owner first.");

    public static ApiProblem AlreadyMember(string email) => new(StatusCodes.Status409Conflict, "members.already_member", $"{email} is a member already. Change the member's role instead.");

    public static ApiProblem NoProjectRole(Role role) =>
        new(StatusCodes.Status422UnprocessableEntity, "members.no_project_role", $"Owners and admins keep their role in every project, and this member's or the new role is {role.ToString().ToLowerInvariant()}. Choose editor, viewer or operator, or change the role in the tenant first.");

    public static ApiProblem InvitationNotFound(Guid id) => new(StatusCodes.Status404NotFound, "invitations.not_found", $"There is no invitation {id}.");

    public static ApiProblem AlreadyInvited(string email) => new(StatusCodes.Status409Conflict, "invitations.open", $"There is an open invitation for {email}. Send it again, or revoke it first.");

    public static ApiProblem InvitationEnded(Guid id) => new(StatusCodes.Status409Conflict, "invitations.ended", $"The invitation {id} was accepted or revoked. Make a new one.");

    public static ApiProblem WouldLockOut(System.Net.IPAddress? address) =>
        new(StatusCodes.Status422UnprocessableEntity, "tenant.would_lock_out", $"You ask from {address}, which the new list does not hold: you would lock yourself out. Add it, or send force: true.");

    public static ApiProblem ShortNameTaken(string name) => new(StatusCodes.Status409Conflict, "tenant.short_name_taken", $"The short name '{name}' is another tenant's. Choose another.");
}
