using TestForge.Engine.Browser;
using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Naming;

/// <summary>Gives each element the name a person would use, unique on its page: Sign in button, Email field.</summary>
internal static class ElementNames
{
    /// <param name="pages">The elements of each page.</param>
    /// <param name="data">Entries of lists are named by their place.</param>
    public static Dictionary<string, string> For(IEnumerable<IEnumerable<PageElement>> pages, SiteData data)
    {
        var names = new Dictionary<string, string>();
        foreach (var page in pages)
        {
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var element in page)
            {
                var name = data.IsFirst(element.Id) ? $"first {Kind(element.Print)} of the list" : Of(element.Print);
                var unique = name;
                for (var i = 2; !taken.Add(unique); i++)
                {
                    unique = $"{name} {i}";
                }

                names[element.Id] = unique;
            }
        }

        return names;
    }

    private static string Of(ElementFingerprint print)
    {
        var kind = Kind(print);
        if (print.Tag == "h1")
        {
            return "main heading";
        }

        var words = new[] { print.Name, print.Label, print.Text, print.Placeholder, print.NameAttribute, print.TestId, print.Id }
            .Select(w => PageText.Clean(w, 40)).FirstOrDefault(w => w.Length > 0 && VolatileText.Reason(w) is null);
        if (words is null)
        {
            return $"unnamed {kind}";
        }

        words = string.Join(' ', words.Split(' ').Take(5)).TrimEnd(':', '*', ' ').Replace('"', '\'');
        if (words.Length == 0)
        {
            return $"unnamed {kind}";
        }

        return words.EndsWith(kind, StringComparison.OrdinalIgnoreCase) ? words : $"{words} {kind}";
    }

    private static string Kind(ElementFingerprint print) => print.Role switch
    {
        "link" => "link",
        "button" => "button",
        "checkbox" or "switch" => "checkbox",
        "radio" => "choice",
        "combobox" or "listbox" => "list",
        "heading" => "heading",
        "img" => "image",
        "tab" => "tab",
        "menuitem" or "menuitemcheckbox" or "menuitemradio" => "menu item",
        "dialog" => "dialog",
        "alert" or "status" => "message",
        _ => print.Tag is "input" or "textarea" or "select" ? "field" : "element",
    };
}
