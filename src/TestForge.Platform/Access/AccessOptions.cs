using System.ComponentModel.DataAnnotations;

namespace TestForge.Platform.Access;

/// <summary>How people and programs are let in.</summary>
public sealed class AccessOptions
{
    /// <summary>The address by which others reach the server, such as <c>https://test.example</c>; in links and as the issuer of tokens. Unset: the address of the request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Whether codes and tokens are given out without TLS. For a person's own machine. The default is false.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Address of the person who owns the first tenant. The default is <c>owner@localhost</c>.</summary>
    [EmailAddress]
    public string FirstOwner { get; set; } = "owner@localhost";

    /// <summary>How long an invitation can be taken, in hours. The default is 168, a week.</summary>
    [Range(1, 24 * 90)]
    public int InvitationHours { get; set; } = 168;

    /// <summary>How long a browser stays signed in, in hours. The default is 12.</summary>
    [Range(1, 24 * 30)]
    public int SessionHours { get; set; } = 12;

    /// <summary>How long an access token counts, in minutes. The default is 15.</summary>
    [Range(1, 120)]
    public int AccessTokenMinutes { get; set; } = 15;

    /// <summary>How long a program stays signed in without being used, in days. The default is 14.</summary>
    [Range(1, 90)]
    public int RefreshTokenDays { get; set; } = 14;

    /// <summary>How long a server remembers whose an API key is, in seconds; so long may a key that another server revoked still be good. The default is 5; 0 asks the database for each request.</summary>
    [Range(0, 60)]
    public int RememberSeconds { get; set; } = 5;

    /// <summary>Most tries to sign in from one address in a quarter of an hour. The default is 50.</summary>
    [Range(1, 100_000)]
    public int TriesPerAddress { get; set; } = 50;

    /// <summary>A service of the Pwned Passwords kind, which is told the first five digits of a password's SHA-1 and answers with those it knows, such as <c>https://api.pwnedpasswords.com/range/</c>. Unset: the list inside the product alone.</summary>
    public Uri? BreachRangeUrl { get; set; }
}
