using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Usage;

internal static class GetUsage
{
    private const int MostMonths = 24;
    private const string Format = "yyyy-MM";

    /// <param name="Month">The month, by UTC, such as 2026-03.</param>
    /// <param name="ProjectId">The project, also one that was deleted since.</param>
    /// <param name="StoredBytes">What the runs left in the store when they ended.</param>
    public sealed record Item(string Month, Guid ProjectId, int Runs, int Pages, int Tests, double BrowserMinutes, long Tokens, decimal Usd, long StoredBytes);

    /// <param name="Items">A line for each month and project, the latest month first.</param>
    /// <param name="Total">All of it; month and project say nothing there.</param>
    public sealed record Response(IReadOnlyList<Item> Items, Total Total);

    public sealed record Total(int Runs, int Pages, int Tests, double BrowserMinutes, long Tokens, decimal Usd, long StoredBytes);

    public static void Map(IEndpointRouteBuilder usage) => usage
        .MapGet("", HandleAsync)
        .WithName(nameof(GetUsage))
        .WithSummary("Read what runs used, by month and project")
        .RequireAuthorization(Scopes.UsageRead);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(
        [FromQuery(Name = "from"), Description("The first month, such as 2026-01; this month when left out.")] string? from,
        [FromQuery(Name = "to"), Description("The last month, such as 2026-03; this month when left out.")] string? to,
        [FromQuery(Name = "projectId"), Description("One project; all when left out.")] Guid? projectId,
        PlatformDb db,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var today = clock.GetUtcNow().UtcDateTime;
        if (!TryRead(from, today, out var first))
        {
            return ApiErrors.Invalid("from", "It has to be a month such as 2026-01.");
        }

        if (!TryRead(to, today, out var last) || last < first || ((last.Year - first.Year) * 12) + last.Month - first.Month >= MostMonths)
        {
            return ApiErrors.Invalid("to", $"It has to be a month such as 2026-03, not before from, and within {MostMonths} months of it.");
        }

        var (low, high) = ((first.Year * 100) + first.Month, (last.Year * 100) + last.Month);
        var sums = await db.UsageRecords.AsNoTracking()
            .Where(u => u.Month >= low && u.Month <= high && (projectId == null || u.ProjectId == projectId))
            .GroupBy(u => new { u.Month, u.ProjectId })
            .Select(g => new
            {
                g.Key.Month,
                g.Key.ProjectId,
                Runs = g.Count(),
                Pages = g.Sum(u => u.Pages),
                Tests = g.Sum(u => u.Tests),
                Milliseconds = g.Sum(u => u.BrowserMilliseconds),
                Tokens = g.Sum(u => u.Tokens),
                MicroUsd = g.Sum(u => u.MicroUsd),
                Stored = g.Sum(u => u.StoredBytes),
            })
            .ToArrayAsync(cancellationToken);
        Item[] items =
        [
            .. sums.OrderByDescending(s => s.Month).ThenBy(s => s.ProjectId).Select(s => new Item(
                string.Create(CultureInfo.InvariantCulture, $"{s.Month / 100:0000}-{s.Month % 100:00}"),
                s.ProjectId,
                s.Runs,
                s.Pages,
                s.Tests,
                Minutes(s.Milliseconds),
                s.Tokens,
                s.MicroUsd / 1_000_000m,
                s.Stored)),
        ];
        return TypedResults.Ok(new Response(
            items,
            new(items.Sum(i => i.Runs), items.Sum(i => i.Pages), items.Sum(i => i.Tests), Minutes(sums.Sum(s => s.Milliseconds)), items.Sum(i => i.Tokens), items.Sum(i => i.Usd), items.Sum(i => i.StoredBytes))));
    }

    private static double Minutes(long milliseconds) => Math.Round(milliseconds / 60_000.0, 2);

    private static bool TryRead(string? text, DateTime today, out DateTime month)
    {
        month = today;
        return text is null or "" || DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out month);
    }
}
