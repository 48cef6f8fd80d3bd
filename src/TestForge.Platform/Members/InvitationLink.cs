using Microsoft.AspNetCore.Http;
using TestForge.Platform.Access;

namespace TestForge.Platform.Members;

/// <summary>Where an invitation is taken.</summary>
internal static class InvitationLink
{
    public const string Path = "/account/join";

    public static string Of(HttpRequest request, AccessOptions options, string token) =>
        $"{(options.PublicUrl?.AbsoluteUri ?? $"{request.Scheme}://{request.Host}{request.PathBase}").TrimEnd('/')}{Path}?token={token}";
}
