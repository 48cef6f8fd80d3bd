using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Search;

internal static class SearchAll
{
    private const int Most = 50;
    private const int DefaultMost = 10;
    private const int LongestQuery = 200;

    /// <param name="Id">What was found, by its kind.</param>
    /// <param name="Title">What a person would call it.</param>
    /// <param name="Detail">More about it, such as the address of a run.</param>
    /// <param name="Address">Where it is read.</param>
    public sealed record Hit(SearchKind Kind, Guid Id, Guid ProjectId, string Title, string Detail, string Address);

    public sealed record Response(IReadOnlyList<Hit> Items);

    public static void Map(IEndpointRouteBuilder search) => search
        .MapGet("", HandleAsync)
        .WithName(nameof(SearchAll))
        .WithSummary("Find projects, runs, cases and heals by words of their names, the newest first")
        .RequireAuthorization(Scopes.ProjectsRead)
        .RequireAuthorization(Scopes.RunsRead);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(
        [FromQuery(Name = "q"), Description("Words, 1 to 200 characters; all have to be found.")] string q,
        [FromQuery(Name = "kind"), Description("project, run, case or heal; all when left out.")] string? kind,
        [FromQuery(Name = "limit"), Description("Most of each kind, 1 to 50; 10 when left out.")] int? limit,
        PlatformDb db,
        ITextMatch match,
        CancellationToken cancellationToken)
    {
        if (limit is < 1 or > Most)
        {
            return ApiErrors.Invalid("limit", $"Allowed is 1 to {Most}.");
        }

        var words = q.Length > LongestQuery ? [] : SearchWords.Of(q);
        if (words.Count == 0)
        {
            return ApiErrors.Invalid("q", $"It has to have a word of letters or digits, and {LongestQuery} characters at most.");
        }

        SearchKind? only = null;
        if (kind is { Length: > 0 })
        {
            if (!EnumWords.TryRead<SearchKind>(kind, out var wanted))
            {
                return ApiErrors.Invalid("kind", $"Allowed are: {string.Join(", ", EnumWords.Of<SearchKind>())}.");
            }

            only = wanted;
        }

        var hits = new List<Hit>();
        foreach (var each in Enum.GetValues<SearchKind>().Where(k => only is null || k == only))
        {
            hits.AddRange(await FindAsync(each, words, limit ?? DefaultMost, db, match, cancellationToken));
        }

        return TypedResults.Ok(new Response(hits));
    }

    private static Task<Hit[]> FindAsync(SearchKind kind, IReadOnlyList<string> words, int most, PlatformDb db, ITextMatch match, CancellationToken cancellationToken) => kind switch
    {
        SearchKind.Project => match.Matching(db.Projects.AsNoTracking(), p => p.Name + " " + p.Description, words)
            .OrderByDescending(p => p.Id).Take(most)
            .Select(p => new Hit(kind, p.Id, p.Id, p.Name, p.Description, $"/api/v1/projects/{p.Id}")).ToArrayAsync(cancellationToken),
        SearchKind.Run => match.Matching(db.Runs.AsNoTracking(), r => r.Target.Replace("/", " ").Replace(".", " ").Replace(":", " ") + " " + (r.ErrorMessage ?? ""), words)
            .OrderByDescending(r => r.Id).Take(most)
            .Select(r => new Hit(kind, r.Id, r.ProjectId, r.Target, r.ErrorMessage ?? "", $"/api/v1/runs/{r.Id}")).ToArrayAsync(cancellationToken),
        SearchKind.Case => match.Matching(db.ProjectCases.AsNoTracking(), c => c.Title + " " + c.Feature, words)
            .OrderByDescending(c => c.Id).Take(most)
            .Select(c => new Hit(kind, c.Id, c.ProjectId, c.Title, c.Feature, $"/api/v1/projects/{c.ProjectId}/cases/{c.Id}")).ToArrayAsync(cancellationToken),
        _ => match.Matching(db.ProjectHeals.AsNoTracking(), h => h.Element + " " + h.Page.Replace("/", " "), words)
            .OrderByDescending(h => h.Id).Take(most)
            .Select(h => new Hit(kind, h.Id, h.ProjectId, h.Element, h.Page, $"/api/v1/projects/{h.ProjectId}/heals/{h.Id}")).ToArrayAsync(cancellationToken),
    };
}
