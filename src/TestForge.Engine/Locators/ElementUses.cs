using TestForge.Pipeline;

namespace TestForge.Engine.Locators;

/// <summary>Tells from an element's tag, type and role what it is used for.</summary>
internal static class ElementUses
{
    public static ElementUse Of(ElementFingerprint print) => (print.Tag, print.Type, print.Role) switch
    {
        ("input", "password", _) => ElementUse.Secret,
        ("input", "checkbox" or "radio", _) or (_, _, "checkbox" or "radio" or "switch") => ElementUse.Check,
        ("input", "submit" or "button" or "reset" or "image", _) => ElementUse.Click,
        ("input", "file", _) => ElementUse.File,
        ("select", _, _) or (_, _, "listbox") => ElementUse.Choose,
        ("input" or "textarea", _, _) or (_, _, "textbox" or "searchbox" or "spinbutton") => ElementUse.Type,
        (_, _, "button" or "link" or "tab" or "menuitem") or ("a" or "button" or "summary", _, _) => ElementUse.Click,
        _ => ElementUse.Read,
    };
}
