using TestForge.Pipeline;

namespace TestForge.Server;

/// <summary>The folder of one server. While it is open, no other process opens it.</summary>
internal sealed class DataFolder : IDisposable
{
    public const string DatabaseFile = "testforge.db";
    public const string KeyFile = "master.key";

    private readonly FileStream _lock;

    private DataFolder(FileStream file) => _lock = file;

    public static DataFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
            {
                // Results and the hashes of keys are nobody else's.
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StageException("output.not_writable", $"The folder '{path}' cannot be written: {e.Message} Choose another with --data.", retryable: false, e);
        }

        try
        {
            return new(new FileStream(Path.Combine(path, ".server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new StageException("output.in_use", $"Another server uses the folder '{path}'. Stop it, or choose another with --data.", retryable: false, e);
        }
    }

    public void Dispose() => _lock.Dispose();
}
