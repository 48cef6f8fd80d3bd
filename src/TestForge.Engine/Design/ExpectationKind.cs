namespace TestForge.Engine.Design;

/// <summary>What a designed case expects, by its meaning: which words the application has for it, the live page says.</summary>
internal enum ExpectationKind
{
    /// <summary>The last step has led to a page.</summary>
    LeadsTo,

    /// <summary>The last step has led to no other page.</summary>
    Stays,

    /// <summary>The application, or the browser for it, refuses what was entered and says so.</summary>
    Refuses,

    /// <summary>The application takes what was entered and answers.</summary>
    Accepts,

    /// <summary>A control or other element can be seen.</summary>
    ShowsElement,

    /// <summary>The page says something, word for word.</summary>
    Shows,

    /// <summary>The page does not say something.</summary>
    ShowsNot,

    /// <summary>What the page shows then has no barriers that a machine can find.</summary>
    Accessible,
}
