namespace TestForge.Platform.SingleSignOn;

/// <summary>Reads what is published in the names of domains. Outside of the process.</summary>
internal interface IDomainRecords
{
    /// <summary>The TXT records of a name; none when it is not there or nobody answers.</summary>
    Task<IReadOnlyList<string>> TxtAsync(string name, CancellationToken cancellationToken);
}
