using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TestForge.Platform.Members;

public static class MembersModule
{
    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        var tenant = api.MapGroup("/tenant").WithTags("Tenant");
        GetTenant.Map(tenant);
        UpdateTenant.Map(tenant);

        var members = api.MapGroup("/members").WithTags("Members");
        ListMembers.Map(members);
        GetMember.Map(members);
        ChangeRole.Map(members);
        RemoveMember.Map(members);

        var project = api.MapGroup("/projects/{projectId:guid}/members").WithTags("Members");
        ListProjectMembers.Map(project);
        SetProjectRole.Map(project);
        RemoveProjectRole.Map(project);

        var invitations = api.MapGroup("/invitations").WithTags("Members");
        Invite.Map(invitations);
        ListInvitations.Map(invitations);
        ResendInvitation.Map(invitations);
        RevokeInvitation.Map(invitations);
    }
}
