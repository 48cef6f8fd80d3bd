using System.Text;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Values;

/// <summary>Writes a text that matches a <c>pattern</c> attribute, for the regular expressions people put there.</summary>
internal static class PatternText
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(200);

    public static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.ECMAScript | RegexOptions.CultureInvariant, Limit);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    public static bool IsUnderstood(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.ECMAScript, Limit);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Returns null when the pattern is beyond what is understood here.</summary>
    public static string? Generate(string pattern, int minLength, int maxLength)
    {
        // Optional parts are first left out, then repeated, until the length fits.
        foreach (var extra in (int[])[0, 1, 2, 4, 8, 16, 32])
        {
            var text = new PatternWalker(pattern, extra).Walk();
            if (text is not null && text.Length >= minLength && text.Length <= maxLength && Matches(pattern, text))
            {
                return text;
            }
        }

        return null;
    }

    private sealed class PatternWalker(string pattern, int extra)
    {
        private int _at;

        public string? Walk()
        {
            var text = Alternatives();
            return _at == pattern.Length ? text : null;
        }

        private string? Alternatives()
        {
            var first = Sequence();
            while (_at < pattern.Length && pattern[_at] == '|')
            {
                _at++;
                if (Sequence() is null)
                {
                    return null;
                }
            }

            return first;
        }

        private string? Sequence()
        {
            var text = new StringBuilder();
            while (_at < pattern.Length && pattern[_at] is not ('|' or ')'))
            {
                if (Atom() is not { } atom)
                {
                    return null;
                }

                var times = Times();
                for (var i = 0; i < times && text.Length < 2_000; i++)
                {
                    text.Append(atom);
                }
            }

            return text.ToString();
        }

        private string? Atom()
        {
            var c = pattern[_at++];
            switch (c)
            {
                case '^' or '$':
                    return "";
                case '.':
                    return "a";
                case '[':
                    return Class();
                case '\\':
                    return _at < pattern.Length ? Escape(pattern[_at++]) : null;
                case '(':
                    return Group();
                case '*' or '+' or '?':
                    return null;
                default:
                    return c.ToString();
            }
        }

        private string? Group()
        {
            if (_at < pattern.Length && pattern[_at] == '?')
            {
                // A look-ahead restricts what follows; the final check tells whether it holds anyway.
                var lookahead = _at + 1 < pattern.Length && pattern[_at + 1] is '=' or '!';
                if (!lookahead && (_at + 1 >= pattern.Length || pattern[_at + 1] != ':'))
                {
                    return null;
                }

                _at += 2;
                var inner = Close(Alternatives());
                return lookahead && inner is not null ? "" : inner;
            }

            return Close(Alternatives());
        }

        private string? Close(string? inner) => _at < pattern.Length && pattern[_at++] == ')' ? inner : null;

        private string? Class()
        {
            var negated = _at < pattern.Length && pattern[_at] == '^';
            var end = _at + (negated ? 1 : 0);
            while (end < pattern.Length && (pattern[end] != ']' || end == _at))
            {
                end += pattern[end] == '\\' ? 2 : 1;
            }

            if (end >= pattern.Length)
            {
                return null;
            }

            var set = pattern[(_at - 1)..(end + 1)];
            _at = end + 1;
            foreach (var c in "a1A-_. @!#bZ9xz0+/")
            {
                if (Matches(set, c.ToString()))
                {
                    return c.ToString();
                }
            }

            return Enumerable.Range(33, 94).Select(i => ((char)i).ToString()).FirstOrDefault(c => Matches(set, c));
        }

        private static string? Escape(char c) => c switch
        {
            'd' => "2",
            'w' => "a",
            's' => " ",
            'D' or 'S' => "a",
            'W' => "-",
            'b' or 'B' => "",
            _ when char.IsAsciiLetterOrDigit(c) => null,
            _ => c.ToString(),
        };

        private int Times()
        {
            if (_at >= pattern.Length)
            {
                return 1;
            }

            var (least, most) = pattern[_at] switch
            {
                '*' => (0, int.MaxValue),
                '+' => (1, int.MaxValue),
                '?' => (0, 1),
                '{' => Braces(),
                _ => (1, 1),
            };
            if (pattern[_at] is '*' or '+' or '?')
            {
                _at++;
            }
            else if (pattern[_at] == '{' && pattern.IndexOf('}', _at) is var close and > 0)
            {
                _at = close + 1;
            }

            if (_at < pattern.Length && pattern[_at] == '?')
            {
                _at++;
            }

            return (int)Math.Min(most, (long)least + extra);
        }

        private (int Least, int Most) Braces()
        {
            var match = Regex.Match(pattern[_at..], @"^\{(\d{1,4})(,)?(\d{0,4})\}", RegexOptions.None, Limit);
            if (!match.Success)
            {
                return (1, 1);
            }

            var least = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            var most = match.Groups[3].Length > 0
                ? int.Parse(match.Groups[3].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
                : match.Groups[2].Success ? int.MaxValue : least;
            return (least, most);
        }
    }
}
