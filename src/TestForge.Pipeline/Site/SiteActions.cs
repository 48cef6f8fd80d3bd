namespace TestForge.Pipeline;

/// <summary>The actions Discovery tries, as words in the site map.</summary>
public static class SiteActions
{
    public const string Click = "click";
    public const string DoubleClick = "double-click";
    public const string RightClick = "right-click";
    public const string Hover = "hover";

    /// <summary>A key, pressed on an element or on the page.</summary>
    public const string Press = "press";

    /// <summary>An option of a list.</summary>
    public const string Select = "select";

    /// <summary>A form filled with made-up valid values and sent.</summary>
    public const string Submit = "submit";

    /// <summary>A text typed and confirmed with Enter in a field that no form has.</summary>
    public const string Enter = "enter";

    /// <summary>The page scrolled to its end.</summary>
    public const string Scroll = "scroll";

    /// <summary>An element that says it can be dragged, dropped on one that says it takes it.</summary>
    public const string Drag = "drag";
}
