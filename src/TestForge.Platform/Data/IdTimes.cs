namespace TestForge.Platform.Data;

/// <summary>Version-7 ids begin with their time (RFC 9562, 5.7), so that rows of before a moment are those with lesser ids.</summary>
internal static class IdTimes
{
    /// <summary>The least id of a moment.</summary>
    public static Guid Floor(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        var milliseconds = Math.Max(0, at.ToUnixTimeMilliseconds());
        for (var i = 5; i >= 0; i--)
        {
            bytes[i] = (byte)milliseconds;
            milliseconds >>= 8;
        }

        return new(bytes, bigEndian: true);
    }
}
