using System.Collections.Specialized;

namespace TestForge.Cli.Demo;

// What a visitor typed, with the message for each field that was not accepted.
internal sealed class FormFields(NameValueCollection values)
{
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);

    public bool Valid => _errors.Count == 0;

    public string this[string name] => values[name]?.Trim() ?? "";

    public void Require(string name, bool accepted, string message)
    {
        if (!accepted)
        {
            _errors.TryAdd(name, message);
        }
    }

    public Markup Summary => Markup.If(
        !Valid,
        $"""
        <div class="errors" role="alert"><h2>Please check the form</h2><ul>{Markup.Join(_errors.Select(e => Markup.Of($"""<li><a href="#{e.Key}">{e.Value}</a></li>""")))}</ul></div>
        """);

    public Markup Error(string name) =>
        _errors.TryGetValue(name, out var message)
            ? Markup.Of($"""<p class="error" id="{name}-error">{message}</p>""")
            : Markup.Empty;

    public Markup Input(string name, string label, FormattableString attributes, string? hint = null) => Markup.Of(
        $"""
        <div class="field"><label for="{name}">{label}</label>{Hint(name, hint)}
        <input id="{name}" name="{name}" value="{this[name]}" {Markup.Of(attributes)}{Described(name, hint)}>{Error(name)}</div>
        """);

    public Markup Area(string name, string label, FormattableString attributes, string? hint = null) => Markup.Of(
        $"""
        <div class="field"><label for="{name}">{label}</label>{Hint(name, hint)}
        <textarea id="{name}" name="{name}" rows="5" {Markup.Of(attributes)}{Described(name, hint)}>{this[name]}</textarea>{Error(name)}</div>
        """);

    public Markup Select(string name, string label, IEnumerable<string> choices, FormattableString attributes)
    {
        var options = Markup.Join(choices.Select(c => Markup.Of(
            $"""<option{Markup.If(this[name] == c, $" selected")}>{c}</option>""")));
        return Markup.Of(
            $"""
            <div class="field"><label for="{name}">{label}</label>
            <select id="{name}" name="{name}" {Markup.Of(attributes)}{Described(name, null)}><option value="">Choose…</option>{options}</select>{Error(name)}</div>
            """);
    }

    private static Markup Hint(string name, string? hint) =>
        Markup.If(hint is not null, $"""<p class="hint" id="{name}-hint">{hint}</p>""");

    private Markup Described(string name, string? hint)
    {
        var wrong = _errors.ContainsKey(name);
        string[] ids = [.. hint is null ? Array.Empty<string>() : [$"{name}-hint"], .. wrong ? [$"{name}-error"] : Array.Empty<string>()];
        return Markup.Of(
            $"{Markup.If(ids.Length > 0, $""" aria-describedby="{string.Join(' ', ids)}" """)}{Markup.If(wrong, $""" aria-invalid="true" """)}");
    }
}
