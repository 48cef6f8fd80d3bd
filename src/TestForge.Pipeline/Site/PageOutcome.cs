namespace TestForge.Pipeline;

/// <summary>How a visit to a page ended.</summary>
public enum PageOutcome
{
    /// <summary>The page was rendered and read.</summary>
    Ok,

    /// <summary>The server answered with a status of 400 or more.</summary>
    HttpError,

    /// <summary>No answer: name not found, refused, reset, TLS.</summary>
    Unreachable,

    /// <summary>No complete answer within the time limit.</summary>
    Timeout,

    /// <summary>More redirects than a browser follows.</summary>
    RedirectLoop,

    /// <summary>The page's renderer crashed or stopped answering.</summary>
    Crashed,

    /// <summary>The egress guard refused the address.</summary>
    Refused,

    /// <summary>The answer is a file to download or not a document.</summary>
    NotADocument,

    /// <summary>The document is larger than the limit.</summary>
    TooLarge,
}
