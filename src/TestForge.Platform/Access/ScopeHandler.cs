using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>Decides whether a caller has a scope where it wants to use it: in the tenant, or in the project that the route is about.</summary>
internal sealed class ScopeHandler(TenantWork work) : AuthorizationHandler<ScopeRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.User.HasClaim(Caller.GrantedClaim, requirement.Scope) && await HasAsync(context, requirement.Scope))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<bool> HasAsync(AuthorizationHandlerContext context, string scope)
    {
        var inTenant = context.User.HasClaim(Caller.ScopeClaim, scope);
        if (context.Resource is not HttpContext http || Caller.UserOf(context.User) is not { } user || Caller.RoleOf(context.User) is Role.Owner or Role.Admin || ProjectRoutes.ParentOf(http.Request.RouteValues) is not { } parent)
        {
            return inTenant;
        }

        var role = await work.ReadAsync(
            http.RequestServices.GetRequiredService<TenantContext>().Current,
            db => db.ProjectMemberships.Where(m => m.UserId == user && parent(db).Contains(m.ProjectId)).Select(m => (Role?)m.Role).FirstOrDefaultAsync(http.RequestAborted),
            http.RequestAborted);
        return role is { } own ? RoleScopes.Of(own).Contains(scope) : inTenant;
    }
}
