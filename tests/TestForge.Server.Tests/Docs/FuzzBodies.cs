using System.Text.Json.Nodes;

namespace TestForge.Server.Tests.Docs;

/// <summary>Values that programs stumble over, and bodies made from an example by putting them in. The same seed gives the same bodies.</summary>
internal sealed class FuzzBodies(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "\u0001\u001b[31m", "\r\nSet-Cookie: x=1", "\ud800", "\u202e\u2066", "é", "茶👩‍👩‍👧", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
        "' OR '1'='1", "'; DROP TABLE projects; --", "${env:PATH}", "${jndi:ldap://x}", "{{7*7}}", "../../../etc/passwd", "%00", "%s%n", "-1", "0", "true", "null", "NaN", "1e999",
        "0000-00-00", "9999-12-31T23:59:59Z", "2030-02-30", "00000000-0000-0000-0000-000000000000", "* * * * *", "http://", "http://[::1", "http://169.254.169.254/", "javascript:alert(1)", "file:///etc/passwd",
    ];

    private readonly Random _random = new(seed);

    public string Text() => _random.Next(12) == 0 ? new string((char)_random.Next(33, 0x2fff), _random.Next(1, 5_000)) : Texts[_random.Next(Texts.Length)];

    /// <summary>A value of whatever kind.</summary>
    public JsonNode? Value() => _random.Next(14) switch
    {
        0 => null,
        1 => int.MaxValue,
        2 => int.MinValue,
        3 => long.MaxValue,
        4 => -1,
        5 => 0,
        6 => 1.5,
        7 => 1e308,
        8 => _random.Next(2) == 0,
        9 => new JsonArray(),
        10 => new JsonArray(null, Text(), 1, new JsonObject()),
        11 => new JsonObject(),
        12 => Deep(_random.Next(2, 70)),
        _ => Text(),
    };

    /// <summary>The example with one to three things wrong or at a limit in it.</summary>
    public JsonNode? Changed(JsonNode example)
    {
        var copy = example.DeepClone();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            if (_random.Next(15) == 0)
            {
                return Value();
            }

            var places = Objects(copy).ToArray();
            if (places.Length == 0)
            {
                return Value();
            }

            var place = places[_random.Next(places.Length)];
            var names = place.Select(p => p.Key).ToArray();
            switch (_random.Next(6))
            {
                case 0 when names.Length > 0:
                    place.Remove(names[_random.Next(names.Length)]);
                    break;
                case 1:
                    place[_random.Next(2) == 0 ? "unknown" : Text()] = Value();
                    break;
                default:
                    if (names.Length > 0)
                    {
                        place[names[_random.Next(names.Length)]] = Value();
                    }

                    break;
            }
        }

        return copy;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject made => made.Select(p => p.Value).SelectMany(Objects).Prepend(made),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static JsonNode Deep(int levels)
    {
        JsonNode node = "x";
        for (var i = 0; i < levels; i++)
        {
            node = new JsonArray(node);
        }

        return node;
    }
}
