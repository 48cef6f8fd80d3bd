namespace TestForge.Platform.Personal;

/// <summary>What kind of data of a person a column holds.</summary>
internal enum PersonalKind
{
    /// <summary>A name, an e-mail address.</summary>
    Contact,

    /// <summary>An address of a network or a device.</summary>
    Online,

    /// <summary>Words that people wrote, which may be about people. Nothing asks for it.</summary>
    FreeText,

    /// <summary>What was read from an application under test, which may show people's data.</summary>
    Observed,
}
