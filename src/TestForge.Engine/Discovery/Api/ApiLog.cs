using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Api;

/// <summary>The API calls of one crawl, put together while it runs, so that a million calls cost what their kinds cost.</summary>
internal sealed class ApiLog(Uri target)
{
    private const int MaxGroups = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ApiGroup> _groups = [];
    private int _thirdParty;

    /// <summary>Calls to hosts of others, of which nothing more is kept.</summary>
    public int ThirdParty => Volatile.Read(ref _thirdParty);

    /// <summary>Whether the call is the application's; those of others are counted.</summary>
    public bool Mine(Uri url)
    {
        var mine = ApiHosts.SameSite(target, url);
        if (!mine)
        {
            Interlocked.Increment(ref _thirdParty);
        }

        return mine;
    }

    /// <summary>Notes an answered call. Returns the group to which its body belongs, or null when the body is not wanted.</summary>
    public ApiGroup? Add(Uri url, ApiSighting seen)
    {
        lock (_gate)
        {
            var segments = PathTemplate.Segments(url);
            var key = $"{seen.Method} {url.GetLeftPart(UriPartial.Authority)} {string.Join('/', segments)} {seen.Operation}";
            if (!_groups.TryGetValue(key, out var group))
            {
                if (_groups.Count >= MaxGroups)
                {
                    return null;
                }

                _groups[key] = group = new(seen.Method, url.GetLeftPart(UriPartial.Authority), segments, seen.Operation);
            }

            group.Add(seen.Status, QueryNames.Of(url), UrlNormalForm.Parse(seen.Page)?.AbsoluteUri);
            group.RequestType ??= seen.RequestType;
            if (seen.Request is not null)
            {
                group.AddRequest(seen.Request);
            }

            if (seen.Status is < 200 or > 299)
            {
                return null;
            }

            group.ResponseType ??= seen.ResponseType;
            return ApiSighting.IsJson(seen.ResponseType) && group.TakeBody() ? group : null;
        }
    }

    public void AddResponse(ApiGroup group, JsonShape shape, string? type)
    {
        lock (_gate)
        {
            group.AddResponse(shape);
            group.ResponseType = type;
        }
    }

    /// <summary>What was seen, with the paths that differ in one part put together. Ends the log.</summary>
    public IReadOnlyList<ApiCall> Calls(IReadOnlyList<SitePage> pages)
    {
        lock (_gate)
        {
            var places = pages.SelectMany((p, i) => p.Duplicates.Prepend(p.Url).Select(url => (Url: url, Index: i)))
                .DistinctBy(p => p.Url)
                .ToDictionary(p => p.Url, p => p.Index);
            return
            [
                .. LearnedPaths.Merge(_groups.Values)
                    .Select(g => Call(g, pages, places))
                    .OrderBy(c => c.Path, StringComparer.Ordinal)
                    .ThenBy(c => c.Method, StringComparer.Ordinal)
                    .ThenBy(c => c.Origin, StringComparer.Ordinal)
                    .ThenBy(c => c.Operation, StringComparer.Ordinal),
            ];
        }
    }

    private static ApiCall Call(ApiGroup group, IReadOnlyList<SitePage> pages, Dictionary<string, int> places) => new()
    {
        Method = group.Method,
        Path = PathTemplate.Text(group.Segments),
        Origin = group.Origin,
        Operation = group.Operation,
        Query = [.. group.Query],
        Statuses = [.. group.Statuses],
        RequestType = group.RequestType,
        RequestSchema = group.Request?.ToSchema(),
        ResponseType = group.ResponseType,
        ResponseSchema = group.Response?.ToSchema(),
        Count = group.Count,
        PageIds = [.. group.Pages.Where(places.ContainsKey).Select(url => places[url]).Distinct().Order().Select(i => pages[i].Id)],
    };
}
