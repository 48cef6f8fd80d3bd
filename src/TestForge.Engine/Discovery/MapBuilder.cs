using TestForge.Engine.Discovery.States;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Grows the map: keeps distinct pages, merges near-duplicates, and joins pages by their links at the end.</summary>
internal sealed class MapBuilder
{
    private readonly PackedList<SitePage> _pages = new();
    private readonly List<string> _ids = [];
    private readonly Dictionary<string, string> _pageOfUrl = [];
    private readonly PageLikeness _likeness = new();
    private readonly Dictionary<int, List<string>> _duplicates = [];
    private readonly PackedList<SiteState> _states = new();
    private readonly List<Move> _moves = [];

    public IReadOnlyList<SitePage> Pages => _pages;

    /// <summary>Whether a page just visited is one of those merged; may be asked while others are added.</summary>
    public bool Knows(VisitedPage page) => _likeness.Knows(page);

    public int Merged { get; private set; }

    public string NextId => $"p{_pages.Count + 1}";

    /// <summary>Adds a page and returns true, or merges it into one like it and returns false.</summary>
    /// <param name="requested">The address that was visited.</param>
    /// <param name="final">Where that led.</param>
    /// <param name="page">What it shows.</param>
    /// <param name="code">Equal for pages whose own code does the same.</param>
    public bool Add(Uri requested, Uri final, SitePage page, string? code = null)
    {
        if (_pageOfUrl.TryGetValue(final.AbsoluteUri, out var same))
        {
            _pageOfUrl[requested.AbsoluteUri] = same;
            return false;
        }

        if (_likeness.Place(final, page, code, _pages.Count) is { } index)
        {
            _pageOfUrl[requested.AbsoluteUri] = _pageOfUrl[final.AbsoluteUri] = _ids[index];
            _duplicates.TryAdd(index, []);
            _duplicates[index].Add(final.AbsoluteUri);
            Merged++;
            return false;
        }

        _pageOfUrl[requested.AbsoluteUri] = _pageOfUrl[final.AbsoluteUri] = page.Id;
        _pages.Add(page);
        _ids.Add(page.Id);
        return true;
    }

    /// <summary>The page that an address belongs to, its own or the one it was merged into.</summary>
    public string? IdOf(Uri url) => _pageOfUrl.GetValueOrDefault(url.AbsoluteUri);

    public IReadOnlyList<SitePage> FinishedPages()
    {
        foreach (var (index, urls) in _duplicates)
        {
            _pages[index] = _pages[index] with { Duplicates = urls };
        }

        return _pages;
    }

    public IReadOnlyList<SiteState> States => _states;

    /// <summary>Takes in what trying the controls of a page gave. An address that an action led to is joined once it has been visited.</summary>
    /// <param name="page">The page.</param>
    /// <param name="explored">What was found.</param>
    /// <param name="tried">Controls that pages before it have tried: two tabs may have tried the same one at the same time, and the first page has it.</param>
    /// <param name="maxStates">States kept in all.</param>
    /// <returns>Whether states were left out because of that.</returns>
    public bool AddExplored(SitePage page, ExploredPage explored, IReadOnlySet<long> tried, int maxStates)
    {
        if (explored.Elements.Count > 0)
        {
            _pages[_ids.IndexOf(page.Id)] = page with { Elements = [.. page.Elements, .. explored.Elements] };
        }

        var reached = new HashSet<string> { page.Id };
        var full = false;
        foreach (var move in explored.Moves.Where(m => reached.Contains(m.From) && !tried.Contains(m.TriedKey)))
        {
            if (move.ToState is { } state && !reached.Contains(state))
            {
                full |= reached.Count > maxStates - _states.Count;
                if (!full)
                {
                    reached.Add(state);
                }
            }

            if (move.ToState is null || reached.Contains(move.ToState))
            {
                _moves.Add(move);
            }
        }

        foreach (var state in explored.States.Where(s => reached.Contains(s.Id)))
        {
            _states.Add(state);
        }

        return full;
    }

    public IReadOnlyList<SiteTransition> Transitions() => [.. Links().Concat(Actions()).DistinctBy(t => (t.From, t.To, t.ElementId, t.Action, t.Value))];

    private IEnumerable<SiteTransition> Actions()
    {
        foreach (var move in _moves)
        {
            if (move.ToState is { } state)
            {
                yield return new(move.From, state, move.ElementId, move.Action, move.Value);
            }
            else if (move.ToUrl is { } url && _pageOfUrl.TryGetValue(url.AbsoluteUri, out var to) && to != move.From)
            {
                yield return new(move.From, to, move.ElementId, move.Action, move.Value);
            }
        }
    }

    private IEnumerable<SiteTransition> Links() =>
        _pages.SelectMany(from => from.Links
            .Where(l => _pageOfUrl.ContainsKey(l.Url) && _pageOfUrl[l.Url] != from.Id)
            .DistinctBy(l => _pageOfUrl[l.Url])
            .Select(l => new SiteTransition(from.Id, _pageOfUrl[l.Url], l.ElementId!, SiteActions.Click)));
}
