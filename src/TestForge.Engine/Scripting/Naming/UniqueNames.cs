using System.Globalization;

namespace TestForge.Engine.Scripting.Naming;

/// <summary>Gives names out once, also on file systems and in languages that do not tell case apart.</summary>
internal sealed class UniqueNames(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the name, with a number after <paramref name="separator"/> when it is taken.</summary>
    public string Take(string name, string separator = "")
    {
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
        {
            unique = name + separator + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
