using System.Text;
using TestForge.Engine.Hosting;
using TestForge.Platform.Runs;

namespace TestForge.Server.Runs;

/// <summary>The storage state of a run as a file, which is there for the time of the run and for this account alone.</summary>
internal sealed class SessionFile : IDisposable
{
    public SessionFile(RunFolder folder, RunSession session)
    {
        if (session.StorageState is not { } state)
        {
            return;
        }

        // The same path when the run goes on: its input must be the same.
        Path = System.IO.Path.Combine(folder.Path, ".testforge", "session.json");
        File.Delete(Path);
        var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(Path, mode);
        file.Write(Encoding.UTF8.GetBytes(state));
    }

    /// <summary>Null when there is no storage state.</summary>
    public string? Path { get; }

    public void Dispose()
    {
        if (Path is not null)
        {
            File.Delete(Path);
        }
    }
}
