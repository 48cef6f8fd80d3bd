using TestForge.Engine.Browser;
using TestForge.Engine.Discovery.Robots;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Addresses still to visit, nearest to the start first, bounded by shape so that a calendar cannot eat the budget.</summary>
internal sealed class Frontier(CrawlScope scope, CrawlLimits limits, bool signedIn)
{
    public const string RobotsCode = "robots";

    /// <summary>A shape whose pages all looked alike this often has nothing new to show.</summary>
    private const int AlikeEnough = 8;

    /// <summary>The same for a folder whose pages words tell apart.</summary>
    private const int AlikeEnoughInFolder = 24;

    /// <summary>Texts that look like addresses are many in a large script, and most are none; this many are tried in all.</summary>
    private const int MaxGuesses = 200;

    /// <summary>So many are kept to be tried.</summary>
    private const int MaxGuessesKept = 2_000;

    /// <summary>When these of one shape led nowhere, others of it are not tried: what counts visitors, or serves pictures, is no page.</summary>
    private const int FutileEnough = 4;

    private readonly PriorityQueue<QueuedUrl, (int Depth, int Order)> _queue = new();
    private readonly PriorityQueue<QueuedUrl, (int Depth, int Order)> _acted = new();
    private readonly Queue<QueuedUrl> _listed = new();
    private readonly Queue<QueuedUrl> _guesses = new();
    private readonly HashSet<string> _guessed = [];
    private readonly Dictionary<string, int> _futileOfShape = [];
    private int _tried;
    private readonly HashSet<string> _known = [];
    private readonly Dictionary<string, int> _visitsOfShape = [];
    private readonly Dictionary<string, int> _alikeInARow = [];
    private readonly Dictionary<string, int> _alikeInFolder = [];
    private readonly Dictionary<string, SkippedItem> _skipped = [];
    private int _order;

    public int Count => _queue.Count + _acted.Count + _listed.Count + _guesses.Count;

    /// <summary>Whether an address waits that trying controls led to.</summary>
    public bool HasActed => _acted.Count > 0;

    /// <summary>What robots.txt asks for, where the crawl keeps to it.</summary>
    public RobotsRules? Robots { get; set; }

    public IReadOnlyCollection<SkippedItem> Skipped => _skipped.Values;

    /// <summary>Adds an address found on a page, or notes why it is left out. Returns whether it is new.</summary>
    /// <param name="url">The address.</param>
    /// <param name="depth">Clicks from the start.</param>
    /// <param name="fromPageId">Where it was found.</param>
    /// <param name="acted">Whether trying controls led to it: it comes before what links lead to.</param>
    public bool Offer(Uri url, int depth, string? fromPageId, bool acted = false)
    {
        if (!_known.Add(url.AbsoluteUri))
        {
            return false;
        }

        if (Refusal(url, depth) is var (code, reason))
        {
            Skip(url.AbsoluteUri, code, reason, fromPageId);
            return false;
        }

        (acted ? _acted : _queue).Enqueue(new(url, depth, fromPageId), (depth, _order++));
        return true;
    }

    /// <summary>Adds an address that no page but a sitemap names. It is tried once no link is left, so that the way a user takes is found first.</summary>
    public void OfferListed(Uri url)
    {
        if (!_known.Contains(url.AbsoluteUri) && Refusal(url, depth: 1) is null)
        {
            _listed.Enqueue(new(url, 1, null));
        }
    }

    /// <summary>Adds what may be an address. It is tried after all that are, and what must not be visited is left out without a word.</summary>
    public void OfferGuess(Uri url, int depth, string? fromPageId)
    {
        if (_guessed.Count < MaxGuessesKept && !_known.Contains(url.AbsoluteUri) && Refusal(url, depth) is null && _guessed.Add(url.AbsoluteUri))
        {
            _guesses.Enqueue(new(url, depth, fromPageId, Guess: true));
        }
    }

    /// <summary>Notes that a guess was an address after all. Until then a link to it is still followed, so that a broken one is seen.</summary>
    public void Confirm(QueuedUrl guess) => _known.Add(guess.Url.AbsoluteUri);

    /// <summary>Notes that a guess led nowhere.</summary>
    public void Refute(QueuedUrl guess)
    {
        var shape = UrlShape.Of(guess.Url);
        _futileOfShape[shape] = _futileOfShape.GetValueOrDefault(shape) + 1;
    }

    /// <summary>Takes the next address to visit, or returns null when there is none now.</summary>
    /// <param name="idle">Whether no page is being visited, so that no link can come up any more.</param>
    /// <param name="actedOnly">Whether only what trying controls led to is wanted.</param>
    public QueuedUrl? Take(bool idle, bool actedOnly = false)
    {
        do
        {
            while (_acted.TryDequeue(out var next, out _) || (!actedOnly && _queue.TryDequeue(out next, out _)))
            {
                if (Admit(next))
                {
                    return next;
                }
            }
        }
        while (idle && !actedOnly && (Promote(_listed) || Promote(_guesses)));

        return null;
    }

    // All at once, so that the order does not depend on how long a page takes.
    private bool Promote(Queue<QueuedUrl> waiting)
    {
        while (waiting.TryDequeue(out var next))
        {
            if (next.Guess ? !_known.Contains(next.Url.AbsoluteUri) : _known.Add(next.Url.AbsoluteUri))
            {
                _queue.Enqueue(next, (next.Depth, _order++));
            }
        }

        return _queue.Count > 0;
    }

    private bool Admit(QueuedUrl next)
    {
        if (next.Guess)
        {
            var worthWhile = _tried < MaxGuesses && !_known.Contains(next.Url.AbsoluteUri) && Robots?.Against(next.Url) is null
                && _futileOfShape.GetValueOrDefault(UrlShape.Of(next.Url)) < FutileEnough && MayVisit(next.Url);
            _tried += worthWhile ? 1 : 0;
            return worthWhile;
        }

        // The address the user gave is visited whatever robots.txt says of it.
        if (next.Depth > 0 && Robots?.Against(next.Url) is { } rule)
        {
            Skip(next.Url.AbsoluteUri, RobotsCode, $"robots.txt disallows {rule.Pattern}", next.FromPageId);
            return false;
        }

        if (MayVisit(next.Url))
        {
            return true;
        }

        if (FolderIsKnown(next.Url))
        {
            Skip(UrlShape.Folder(next.Url).TrimEnd('?'), "template-limit", $"the last {AlikeEnoughInFolder} pages of this folder looked like others; the rest are left out", next.FromPageId);
        }
        else
        {
            var shape = UrlShape.Of(next.Url);
            Skip(shape, "template-limit", $"{_visitsOfShape.GetValueOrDefault(shape)} pages of this shape were visited; the rest are left out", next.FromPageId);
        }

        return false;
    }

    private bool MayVisit(Uri url)
    {
        var shape = UrlShape.Of(url);
        var visits = _visitsOfShape.GetValueOrDefault(shape);
        if (visits >= limits.MaxPerTemplate || _alikeInARow.GetValueOrDefault(shape) >= AlikeEnough || FolderIsKnown(url))
        {
            return false;
        }

        _visitsOfShape[shape] = visits + 1;
        return true;
    }

    private bool FolderIsKnown(Uri url) => _alikeInFolder.GetValueOrDefault(UrlShape.Folder(url)) >= AlikeEnoughInFolder;

    /// <summary>Tells whether a visited page was new or looked like one already known.</summary>
    public void Learn(Uri url, bool alike)
    {
        Count(_alikeInARow, UrlShape.Of(url));
        Count(_alikeInFolder, UrlShape.Folder(url));

        void Count(Dictionary<string, int> inARow, string key) => inARow[key] = alike ? inARow.GetValueOrDefault(key) + 1 : 0;
    }

    public void Skip(string what, string code, string reason, string? pageId) => _skipped.TryAdd($"{code} {what}", new(what, code, reason, pageId));

    private (string Code, string Reason)? Refusal(Uri url, int depth)
    {
        // The address the user gave is where the links come from, whether or not the globs let it be one of the tested.
        if (depth > 0 && !scope.Contains(url))
        {
            return ("out-of-scope", "it is not part of the application under test");
        }

        if (!limits.AllowDestructive && DestructiveGuard.HazardOf(url) is { } hazard)
        {
            return ("destructive", hazard);
        }

        if (signedIn && SignOutWords.In(url))
        {
            return ("destructive", SignOutWords.Reason);
        }

        return depth > limits.MaxDepth ? ("max-depth", $"it is more than {limits.MaxDepth} clicks from the start") : null;
    }
}
