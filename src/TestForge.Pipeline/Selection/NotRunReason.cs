namespace TestForge.Pipeline;

/// <summary>Why a case was not run.</summary>
public enum NotRunReason
{
    /// <summary>The run was stopped before it.</summary>
    Stopped,

    /// <summary>It belongs to another shard.</summary>
    OtherShard,

    /// <summary>Its title does not match what was asked for.</summary>
    TitleDiffers,

    /// <summary>It did not fail when it last ran, and only those that did were asked for.</summary>
    DidNotFail,

    /// <summary>It passed, and neither it nor its pages have changed since.</summary>
    Unchanged,

    /// <summary>As many cases had failed as the run was to bear.</summary>
    TooManyFailures,

    /// <summary>A person has switched it off.</summary>
    Disabled,
}
