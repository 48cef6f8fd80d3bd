using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal static class Invite
{
    public sealed record Request
    {
        [Required]
        public required string Email { get; init; }

        public required Role Role { get; init; }
    }

    /// <summary>The link lets whoever has it in, so it is shown here and never again.</summary>
    public sealed record Response(InvitationResponse Invitation, string Link);

    public static void Map(IEndpointRouteBuilder invitations) => invitations
        .MapPost("", HandleAsync)
        .WithName(nameof(Invite))
        .WithSummary("Invite somebody. The link in the answer is for that person and is shown once.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.MembersWrite)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<Response>, ApiProblem>> HandleAsync(
        Request request,
        PlatformDb db,
        TenantContext tenant,
        IRoom room,
        IOptions<AccessOptions> options,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var email = UserAddress.Normal(request.Email);
        if (EmailText.WhyNot(email) is { } why)
        {
            return ApiErrors.Invalid("email", why);
        }

        if (ChangeRole.WhyNot(http, request.Role) is { } more)
        {
            return more;
        }

        if (await db.Users.AnyAsync(u => u.Email == email, cancellationToken))
        {
            return MemberErrors.AlreadyMember(email);
        }

        var now = clock.GetUtcNow();
        if (await db.Invitations.AnyAsync(i => i.Email == email && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now, cancellationToken))
        {
            return MemberErrors.AlreadyInvited(email);
        }

        if (await room.WhyNotOneMoreAsync(db, typeof(Invitation), cancellationToken) is { } full)
        {
            return full;
        }

        var (invitation, token) = Make(tenant.Current, email, request.Role, options.Value, now);
        db.Add(invitation);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/invitations/{invitation.Id}", new Response(InvitationResponse.Of(invitation, now), InvitationLink.Of(http.Request, options.Value, token)));
    }

    /// <summary>A new invitation and its token, which is not kept.</summary>
    public static (Invitation Invitation, string Token) Make(TenantId tenant, string email, Role role, AccessOptions options, DateTimeOffset now)
    {
        var token = TenantToken.New(TenantToken.Invitation, tenant);
        return (new()
        {
            Id = Guid.CreateVersion7(now),
            TenantId = tenant,
            Email = email,
            Role = role,
            Hash = TenantToken.Hash(token),
            CreatedAt = now,
            ExpiresAt = now.AddHours(options.InvitationHours),
        }, token);
    }
}
