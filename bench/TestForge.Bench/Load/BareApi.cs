using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TestForge.Bench.Load;

/// <summary>What the server is held against: a minimal API over the same tables that knows no keys, scopes, limits, audit, pages or walls between tenants. The tenant is whatever the caller says.</summary>
internal static class BareApi
{
    public static async Task<int> RunAsync(string connection, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<BareDb>(o => o.UseNpgsql(connection));
        var app = builder.Build();
        app.MapGet("/projects/{project:guid}/runs", async (Guid project, int limit, HttpContext http, BareDb db) =>
        {
            var tenant = Guid.Parse(http.Request.Headers["X-Tenant"].ToString());
            var runs = await db.Runs.AsNoTracking().Where(r => r.TenantId == tenant && r.ProjectId == project).OrderByDescending(r => r.Id).Take(limit)
                .Select(r => new { r.Id, r.ProjectId, r.EnvironmentId, r.Target, r.Status, r.QueuedAt, r.StartedAt, r.FinishedAt, r.CancelAskedAt, r.Summary, r.ErrorCode, r.ErrorMessage }).ToArrayAsync(http.RequestAborted);
            return Results.Ok(new { items = runs });
        });
        app.MapPost("/projects", async (NewProject body, HttpContext http, BareDb db) =>
        {
            var (tenant, now) = (Guid.Parse(http.Request.Headers["X-Tenant"].ToString()), TimeProvider.System.GetUtcNow());
            var project = new BareProject { Id = Guid.CreateVersion7(), TenantId = tenant, Name = body.Name, CreatedAt = now, UpdatedAt = now };
            var environment = new BareEnvironment { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, Name = "default", BaseUrl = body.BaseUrl, Variables = "{}", CreatedAt = now, UpdatedAt = now };
            db.AddRange(project, environment);
            await db.SaveChangesAsync(http.RequestAborted);
            return Results.Created($"/projects/{project.Id}", new { project, environment });
        });
        app.MapGet("/health", () => "ok");
        await app.RunAsync();
        return 0;
    }

    public sealed record NewProject(string Name, string BaseUrl);
}
