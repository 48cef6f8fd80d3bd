namespace TestForge.Engine.Regeneration;

/// <summary>What became of a file when its project was generated again, in the order of how much a person wants to know it.</summary>
public enum FileFate
{
    /// <summary>It is what is generated already.</summary>
    Unchanged,

    /// <summary>New, or replaced because nobody had edited it.</summary>
    Written,

    /// <summary>No longer generated, and nobody had edited it.</summary>
    Removed,

    /// <summary>Left as a person made it: edited where nothing new is generated, deleted, or no longer generated but edited.</summary>
    Kept,

    /// <summary>A person's edits and what is new are both in it.</summary>
    Merged,

    /// <summary>Both changed the same lines: the person's file stays, the new text lies beside it.</summary>
    Conflict,
}
