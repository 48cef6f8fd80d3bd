namespace TestForge.Engine.Healing.Identity;

/// <summary>How the names of two controls relate.</summary>
internal enum NameRelation
{
    /// <summary>They have nothing telling in common.</summary>
    None,

    /// <summary>They mean opposite things or differ in what tells such controls apart: next and previous, first name and last name, page 2 and page 3.</summary>
    Opposed,

    /// <summary>One has the telling words of the other.</summary>
    Related,

    /// <summary>Other words of the same meaning: sign in and log in.</summary>
    Reworded,

    /// <summary>The same but for words that say nothing: orders and my orders.</summary>
    Padded,

    Same,
}
