using System.Text.RegularExpressions;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery;

namespace TestForge.Engine.Goals.Live;

/// <summary>Decides what may be done on a live page, by the rules that exploring keeps to.</summary>
internal sealed partial class LiveGuard(LivePageOptions options)
{
    private static readonly string[] Keys =
    [
        "Enter", "Escape", "Tab", "Space", "Backspace", "Delete", "Home", "End", "PageUp", "PageDown", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight",
    ];

    private readonly CrawlScope _scope = new(options.Target, options.Scope);

    public static bool IsKey(string? key) => key is { Length: 1 } && char.IsAsciiLetterOrDigit(key[0]) || Keys.Contains(key);

    public bool IsInside(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && _scope.Contains(url);

    /// <summary>The address of a path of the application, or why it may not be opened.</summary>
    public (Uri? Address, string? Refused) Address(string? path)
    {
        if (string.IsNullOrWhiteSpace(path) || !Uri.TryCreate(options.Target, path, out var url))
        {
            return (null, "it is no path");
        }

        return !_scope.Contains(url) ? (null, $"{SecretsInUrls.Hide(url.AbsoluteUri)} does not belong to the application under test")
            : OtherSiteIn(url) is { } host ? (null, $"its address names {host}, where it may lead")
            : !options.AllowDestructive && DestructiveGuard.HazardOf(url) is { } hazard ? (null, hazard)
            : (url, null);
    }

    /// <summary>Why a control may not be clicked, or null.</summary>
    public string? RefusalOf(FactsElement element, FactsForm? sends)
    {
        if (options.Forbidden?.Invoke(element.Print) == true)
        {
            return "it would end the session";
        }

        var link = UrlNormalForm.Parse(element.Link);
        if (element.Link is { } address && !IsInside(address))
        {
            return link is null ? "it leads to no page" : $"it leads to {link.IdnHost}{(link.IdnHost == options.Target.IdnHost ? link.AbsolutePath : "")}, which does not belong to the application under test";
        }

        if (link is not null && OtherSiteIn(link) is { } host)
        {
            return $"its address names {host}, where it may lead";
        }

        return options.AllowDestructive ? null
            : DestructiveGuard.HazardOf(element.Print, link) ?? DestructiveGuard.HazardOfMethod(element.Sends) ?? (sends is null ? null : RefusalOf(sends));
    }

    /// <summary>A host that an address carries with it: an application that redirects to any address would take what is in it there.</summary>
    private string? OtherSiteIn(Uri url) => OtherAddress().Matches(Uri.UnescapeDataString(Uri.UnescapeDataString(url.Query)))
        .Select(m => m.Groups[1].Value)
        .FirstOrDefault(h => !h.Equals(options.Target.IdnHost, StringComparison.OrdinalIgnoreCase) && !h.Equals(options.Target.Authority, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"(?:^|[=&?/\\:])[/\\]{2}(?:[^/@\s]*@)?([^/\\?#&\s]+)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherAddress();

    /// <summary>Why a form may not be sent, or null.</summary>
    public string? RefusalOf(FactsForm form)
    {
        if (form.Method != "script" && form.Action.Length > 0 && !IsInside(form.Action))
        {
            return "it is sent to another site";
        }

        return options.AllowDestructive ? null
            : DestructiveGuard.HazardOf(form.Name, form.SubmitText, form.Action, form.Fields.Select(f => f.ToField(""))) ?? DestructiveGuard.HazardOfMethod(form.Sends ?? form.Method);
    }
}
