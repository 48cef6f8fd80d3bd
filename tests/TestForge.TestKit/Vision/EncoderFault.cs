namespace TestForge.TestKit.Vision;

/// <summary>How a model that is made breaks the contract.</summary>
public enum EncoderFault
{
    None,

    /// <summary>Its input has another name.</summary>
    InputName,

    /// <summary>It keeps a token for the whole picture before the others.</summary>
    ClassToken,

    /// <summary>The same, behind an output of open length.</summary>
    HiddenClassToken,

    /// <summary>Its output is not finite.</summary>
    NotFinite,

    /// <summary>It adds noise.</summary>
    Noise,

    /// <summary>It gives the same whatever it is shown.</summary>
    Blind,

    /// <summary>It gives zeros.</summary>
    Zero,
}
