namespace TestForge.Engine.Healing.Ranking;

/// <summary>
/// A text prepared for its Levenshtein distance to many others: Myers' bit vectors (J. ACM 46(3), 1999) in the form for any length
/// (Hyyrö 2003), 64 characters of the text a step.
/// </summary>
internal sealed class EditPattern
{
    private const int Ascii = 128;
    private const int Bits = 64;

    private readonly string _text;
    private readonly int _blocks;
    private readonly ulong[] _ascii;
    private readonly Dictionary<char, ulong[]> _others = [];
    private readonly ulong[] _none;
    private readonly ulong[] _up;
    private readonly ulong[] _down;

    public EditPattern(string text)
    {
        _text = text;
        _blocks = (text.Length + Bits - 1) / Bits;
        _ascii = new ulong[Ascii * _blocks];
        _none = new ulong[_blocks];
        _up = new ulong[_blocks];
        _down = new ulong[_blocks];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < Ascii)
            {
                _ascii[(c * _blocks) + (i / Bits)] |= 1UL << (i % Bits);
            }
            else
            {
                var places = _others.TryGetValue(c, out var known) ? known : _others[c] = new ulong[_blocks];
                places[i / Bits] |= 1UL << (i % Bits);
            }
        }
    }

    /// <summary>1 minus the distance over the longer length: 1 for the same text, 0 for nothing in common. Not safe for threads.</summary>
    public double Likeness(string other)
    {
        if (_text.Length == 0 || other.Length == 0)
        {
            return _text.Length == other.Length ? 1 : 0;
        }

        return string.Equals(_text, other, StringComparison.Ordinal) ? 1 : 1 - ((double)Distance(other) / Math.Max(_text.Length, other.Length));
    }

    private int Distance(string other)
    {
        Array.Fill(_up, ulong.MaxValue);
        Array.Clear(_down);
        var last = 1UL << ((_text.Length - 1) % Bits);
        var distance = _text.Length;
        foreach (var c in other)
        {
            var places = c < Ascii ? _ascii.AsSpan(c * _blocks, _blocks) : _others.TryGetValue(c, out var known) ? known : _none;
            ulong risesIn = 1, fallsIn = 0;
            for (var b = 0; b < _blocks; b++)
            {
                var (up, down, same) = (_up[b], _down[b], places[b]);
                var vertical = same | down;
                same |= fallsIn;
                var horizontal = (((same & up) + up) ^ up) | same;
                var rises = down | ~(horizontal | up);
                var falls = up & horizontal;
                if (b == _blocks - 1)
                {
                    distance += (rises & last) != 0 ? 1 : (falls & last) != 0 ? -1 : 0;
                }

                var (risesOut, fallsOut) = (rises >> (Bits - 1), falls >> (Bits - 1));
                rises = (rises << 1) | risesIn;
                falls = (falls << 1) | fallsIn;
                _up[b] = falls | ~(vertical | rises);
                _down[b] = rises & vertical;
                (risesIn, fallsIn) = (risesOut, fallsOut);
            }
        }

        return distance;
    }
}
