using System.Runtime.CompilerServices;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>Compares whole texts with approved files; TESTFORGE_APPROVE=1 writes them.</summary>
internal static class Approved
{
    public static void ShouldMatch(string text, string file)
    {
        if (Environment.GetEnvironmentVariable("TESTFORGE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        text.ShouldBe(File.ReadAllText(file), $"{file} is not what was made. If the change is meant, run the test once with TESTFORGE_APPROVE=1.");
    }

    public static string Beside(string name, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, name);

    public static string Root([CallerFilePath] string source = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(source)!);
        while (!File.Exists(Path.Combine(folder.FullName, "TestForge.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root was not found above " + source);
        }

        return folder.FullName;
    }
}
