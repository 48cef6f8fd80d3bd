namespace TestForge.Engine.Discovery.Api;

/// <summary>Calls of one method and path, put together as they are seen. Not safe for threads; the log guards it.</summary>
internal sealed class ApiGroup(string method, string origin, string[] segments, string? operation)
{
    private const int MaxQueryNames = 50;
    private const int MaxPages = 200;

    /// <summary>After so many answers another one tells nothing new.</summary>
    private const int BodiesEnough = 6;

    private int _bodies;

    public string Method => method;

    public string Origin => origin;

    /// <summary>Of the path, variable parts named; shortest path first when two are merged.</summary>
    public string[] Segments { get; set; } = segments;

    public string? Operation => operation;

    public SortedSet<string> Query { get; } = new(StringComparer.Ordinal);

    public SortedSet<int> Statuses { get; } = [];

    /// <summary>Addresses of the pages that made the call.</summary>
    public HashSet<string> Pages { get; } = [];

    public string? RequestType { get; set; }

    public string? ResponseType { get; set; }

    public JsonShape? Request { get; private set; }

    public JsonShape? Response { get; private set; }

    public int Count { get; private set; }

    public void Add(int status, IEnumerable<string> query, string? page)
    {
        Count++;
        Statuses.Add(status);
        foreach (var name in query)
        {
            if (Query.Count < MaxQueryNames)
            {
                Query.Add(name);
            }
        }

        if (page is not null && Pages.Count < MaxPages)
        {
            Pages.Add(page);
        }
    }

    /// <summary>Whether another answer is worth reading; counts it as read.</summary>
    public bool TakeBody() => _bodies++ < BodiesEnough;

    public void AddRequest(JsonShape shape) => (Request ??= new()).Merge(shape);

    public void AddResponse(JsonShape shape) => (Response ??= new()).Merge(shape);

    /// <summary>Takes over what another path of the same template has seen.</summary>
    public void Merge(ApiGroup other)
    {
        Count += other.Count;
        Statuses.UnionWith(other.Statuses);
        Query.UnionWith(other.Query);
        Pages.UnionWith(other.Pages);
        RequestType ??= other.RequestType;
        ResponseType ??= other.ResponseType;
        if (other.Request is not null)
        {
            AddRequest(other.Request);
        }

        if (other.Response is not null)
        {
            AddResponse(other.Response);
        }
    }
}
