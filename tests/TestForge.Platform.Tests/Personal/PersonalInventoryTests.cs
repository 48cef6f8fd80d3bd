using TestForge.Platform.Personal;
using TestForge.Platform.Tests.Data;

namespace TestForge.Platform.Tests.Personal;

public sealed class PersonalInventoryTests(Databases databases)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_column_of_text_says_whether_it_holds_data_of_persons()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);

        var unsaid = await rig.Work.SharedAsync(db => Task.FromResult(PersonalInventory.Unsaid(db.Model).ToArray()), Token);

        unsaid.ShouldBeEmpty("mark them with [PersonalData] or [NotPersonal]");
    }

    [Fact]
    public async Task The_inventory_in_the_docs_is_the_one_of_the_model()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);
        var text = await rig.Work.SharedAsync(db => Task.FromResult(PersonalInventory.Text(db.Model)), Token);
        var file = Path.Combine(Root(), "docs", "reference", "personal-data.md");
        if (Environment.GetEnvironmentVariable("TESTFORGE_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, Token);
        }

        (await File.ReadAllTextAsync(file, Token)).ShouldBe(text, "run this test with TESTFORGE_APPROVE=1");
        text.ShouldContain("| users | email | contact |");
        text.ShouldContain("| audit_entries | address | online |");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TestForge.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
