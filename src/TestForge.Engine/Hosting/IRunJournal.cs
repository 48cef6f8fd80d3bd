namespace TestForge.Engine.Hosting;

/// <summary>Remembers outputs of stages across restarts.</summary>
internal interface IRunJournal
{
    byte[]? Find(string key);

    /// <summary>Returns once the entry would survive a crash.</summary>
    Task AppendAsync(string key, byte[] output);
}
