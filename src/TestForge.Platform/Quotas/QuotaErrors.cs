using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Quotas;

internal static class QuotaErrors
{
    public static ApiProblem UsedUp(QuotaKind kind, long most, long used) =>
        new(StatusCodes.Status403Forbidden, "quota.used_up", $"The tenant's quota is used up: {Word(kind)} {used} of {most}. {Until(kind)} GET /api/v1/quota tells all of them; the operator sets them.");

    private static string Word(QuotaKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static string Until(QuotaKind kind) => kind switch
    {
        QuotaKind.StoredBytes => "Delete runs, or keep them for a shorter time.",
        QuotaKind.Members => "Remove members or take invitations back.",
        QuotaKind.Projects => "Delete projects.",
        _ => "It begins anew with the next month.",
    };
}
