using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Discovery.Api;

/// <summary>What JSON values seen at one place have in common: names and types. Values are looked at and never kept.</summary>
internal sealed class JsonShape
{
    /// <summary>An object with more names than a record has is a dictionary, and its names are data.</summary>
    private const int MaxProperties = 60;
    private const int MaxDepth = 8;
    private const int MaxItems = 20;
    private const int MaxNameLength = 64;

    private readonly SortedDictionary<string, JsonShape> _properties = new(StringComparer.Ordinal);
    private JsonShape? _items;
    private JsonShape? _values;
    private bool _dictionary;
    private int _nulls;
    private int _booleans;
    private int _integers;
    private int _numbers;
    private int _strings;
    private int _objects;
    private int _arrays;
    private string? _format;

    private int Seen => _nulls + _booleans + _integers + _numbers + _strings + _objects + _arrays;

    public void Add(JsonElement value) => Add(value, new(), depth: 0);

    /// <summary>Adds an object of texts, as a form sends.</summary>
    public void AddForm(IEnumerable<string> names)
    {
        _objects++;
        foreach (var name in names.Distinct().Take(MaxProperties))
        {
            Property(name).AddText(null);
        }

        Collapse();
    }

    public void Merge(JsonShape other)
    {
        _format = _strings == 0 ? other._format : other._strings == 0 || _format == other._format ? _format : null;
        _nulls += other._nulls;
        _booleans += other._booleans;
        _integers += other._integers;
        _numbers += other._numbers;
        _strings += other._strings;
        _objects += other._objects;
        _arrays += other._arrays;
        _dictionary |= other._dictionary;
        foreach (var (name, shape) in other._properties)
        {
            Property(name).Merge(shape);
        }

        if (other._items is not null)
        {
            (_items ??= new()).Merge(other._items);
        }

        if (other._values is not null)
        {
            (_values ??= new()).Merge(other._values);
        }

        Collapse();
    }

    /// <summary>Names of properties with those around them, for telling whether two answers are of one kind.</summary>
    public IReadOnlySet<string> Names()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect("", names, depth: 0);
        return names;
    }

    /// <summary>The shape as a JSON schema (draft 2020-12, which OpenAPI 3.1 uses).</summary>
    public JsonObject ToSchema()
    {
        string[] scalars = [.. Scalars()];
        if ((_objects > 0 ? 1 : 0) + (_arrays > 0 ? 1 : 0) + scalars.Count(s => s != "null") > 1 && (_objects > 0 || _arrays > 0))
        {
            var kinds = new JsonArray();
            if (_objects > 0)
            {
                kinds.Add(ObjectSchema([]));
            }

            if (_arrays > 0)
            {
                kinds.Add(ArraySchema([]));
            }

            if (scalars.Length > 0)
            {
                kinds.Add(Typed(scalars));
            }

            return new() { ["oneOf"] = kinds };
        }

        return _objects > 0 ? ObjectSchema(scalars) : _arrays > 0 ? ArraySchema(scalars) : Typed(scalars);
    }

    private void Add(JsonElement value, JsonBudget budget, int depth)
    {
        if (!budget.Take())
        {
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                _nulls++;
                break;
            case JsonValueKind.True or JsonValueKind.False:
                _booleans++;
                break;
            case JsonValueKind.Number when value.TryGetInt64(out _):
                _integers++;
                break;
            case JsonValueKind.Number:
                _numbers++;
                break;
            case JsonValueKind.String:
                AddText(value.GetString());
                break;
            case JsonValueKind.Array:
                _arrays++;
                foreach (var item in value.EnumerateArray().Take(depth < MaxDepth ? MaxItems : 0))
                {
                    (_items ??= new()).Add(item, budget, depth + 1);
                }

                break;
            case JsonValueKind.Object:
                _objects++;
                foreach (var property in value.EnumerateObject().Take(depth < MaxDepth ? MaxProperties + 1 : 0))
                {
                    Property(property.Name).Add(property.Value, budget, depth + 1);
                }

                Collapse();
                break;
        }
    }

    private void AddText(string? text)
    {
        var format = text is null ? null : JsonFormats.Of(text);
        _format = _strings == 0 || _format == format ? format : null;
        _strings++;
    }

    private JsonShape Property(string name)
    {
        if (_dictionary || IsData(name))
        {
            return _values ??= new();
        }

        if (!_properties.TryGetValue(name, out var shape))
        {
            _properties[name] = shape = new();
        }

        return shape;
    }

    // Keys that are numbers, addresses or keys of something name the data, not the kind of it.
    private static bool IsData(string name) =>
        name.Length is 0 or > MaxNameLength || PageText.Clean(name) != name || PathTemplate.NameFor(name) is not null;

    private void Collapse()
    {
        if (_properties.Count <= MaxProperties)
        {
            return;
        }

        _dictionary = true;
        foreach (var shape in _properties.Values)
        {
            (_values ??= new()).Merge(shape);
        }

        _properties.Clear();
    }

    private void Collect(string path, HashSet<string> names, int depth)
    {
        foreach (var (name, shape) in _properties)
        {
            names.Add(path + name);
            if (depth < 3)
            {
                shape.Collect($"{path}{name}.", names, depth + 1);
            }
        }

        _items?.Collect($"{path}[].", names, depth + 1);
        _values?.Collect($"{path}*.", names, depth + 1);
    }

    private IEnumerable<string> Scalars()
    {
        if (_strings > 0)
        {
            yield return "string";
        }

        if (_numbers > 0)
        {
            yield return "number";
        }
        else if (_integers > 0)
        {
            yield return "integer";
        }

        if (_booleans > 0)
        {
            yield return "boolean";
        }

        if (_nulls > 0)
        {
            yield return "null";
        }
    }

    private JsonObject ObjectSchema(IEnumerable<string> others)
    {
        var schema = Typed(["object", .. others]);
        if (_properties.Count > 0)
        {
            schema["properties"] = new JsonObject(_properties.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value.ToSchema())));
        }

        if (_properties.Where(p => p.Value.Seen >= _objects).Select(p => (JsonNode)p.Key!).ToArray() is { Length: > 0 } required)
        {
            schema["required"] = new JsonArray(required);
        }

        if (_values is not null)
        {
            schema["additionalProperties"] = _values.ToSchema();
        }

        return schema;
    }

    private JsonObject ArraySchema(IEnumerable<string> others)
    {
        var schema = Typed(["array", .. others]);
        schema["items"] = _items?.ToSchema() ?? [];
        return schema;
    }

    private JsonObject Typed(string[] types)
    {
        var schema = new JsonObject();
        if (types.Length > 0)
        {
            schema["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(t => (JsonNode)t!)]);
        }

        if (_format is not null && types.Contains("string"))
        {
            schema["format"] = _format;
        }

        return schema;
    }
}
