using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Data;

namespace TestForge.Platform.Access;

/// <summary>Which project a route is about, by its parameters. A new parameter is named here, in one of the two lists, or a test fails.</summary>
internal static class ProjectRoutes
{
    /// <summary>What leads to a project.</summary>
    public static readonly IReadOnlyDictionary<string, Func<PlatformDb, Guid, IQueryable<Guid>>> Parents = new Dictionary<string, Func<PlatformDb, Guid, IQueryable<Guid>>>(StringComparer.Ordinal)
    {
        ["projectId"] = (db, id) => db.Projects.Where(p => p.Id == id).Select(p => p.Id),
        ["runId"] = (db, id) => db.Runs.Where(r => r.Id == id).Select(r => r.ProjectId),
    };

    /// <summary>What belongs to the tenant as a whole, or comes after a parameter that leads to a project.</summary>
    public static readonly IReadOnlySet<string> Others = new HashSet<string>(StringComparer.Ordinal)
    {
        "environmentId", "artifactId", "keyId", "webhookId", "deliveryId", "memberId", "userId", "invitationId", "clientId", "sessionId", "providerId", "domainId",
        "caseId", "runHealId", "otherRunId", "projectCaseId", "healId", "lookId", "scheduleId", "notificationId",
    };

    /// <summary>Reads the project's id, or null when the route is about the tenant.</summary>
    public static Func<PlatformDb, IQueryable<Guid>>? ParentOf(RouteValueDictionary values)
    {
        foreach (var (name, query) in Parents)
        {
            if (values.TryGetValue(name, out var value) && Guid.TryParse(value as string, out var id))
            {
                return db => query(db, id);
            }
        }

        return null;
    }
}
