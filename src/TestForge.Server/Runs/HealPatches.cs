using TestForge.Engine.Hosting;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;
using TestForge.Platform.Heals;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Runs;

/// <summary>Makes patches as the command line does: the plan is written as scripts with the old and with the new locator, and the difference is the patch.</summary>
internal sealed class HealPatches(RunFolders folders) : IHealPatches
{
    public async Task<HealPatch?> OfAsync(TenantId tenant, Guid run, RememberedHeal heal, CancellationToken cancellationToken) =>
        folders.Has(tenant, run) ? await folders.InClearAsync(tenant, run, folder => MakeAsync(folder, heal, cancellationToken), cancellationToken) : null;

    private static async Task<HealPatch?> MakeAsync(RunFolder folder, RememberedHeal heal, CancellationToken cancellationToken)
    {
        if (await folder.ImportAsync(RunFolder.PlanFile, ArtifactKinds.TestPlan, cancellationToken) is not { } reference)
        {
            return null;
        }

        var plan = await folder.LoadAsync<TestPlan>(reference, cancellationToken);
        string[] locators = [heal.Old.ToString(), heal.New.ToString()];
        string[] elements = [.. plan.Elements.Where(e => plan.PathOf(e) == heal.Page && locators.Contains(e.Locator.ToString())).Select(e => e.Id)];
        var (diff, files, found) = ("", new List<string>(), false);
        await using var host = RunHost.Create(folder, _ => { });
        foreach (var language in Enum.GetValues<ScriptLanguage>())
        {
            var path = folder.ProjectPath(language);
            if (await ProjectFolder.LanguageOfAsync(path, cancellationToken) != language)
            {
                continue;
            }

            found = true;
            var before = await ScriptsAsync(host, folder, reference, language, elements, heal.Old, cancellationToken);
            var after = await ScriptsAsync(host, folder, reference, language, elements, heal.New, cancellationToken);
            var patch = await ProjectPatch.OfAsync(path, before, after, cancellationToken);
            diff += patch.Diff("");
            files.AddRange(patch.Files.Select(f => f.File));
        }

        return found ? new(diff, files, [.. plan.Cases.Where(c => elements.Any(c.Uses)).Select(c => c.Id)]) : null;
    }

    private static async Task<ScriptProject> ScriptsAsync(RunHost host, RunFolder folder, ArtifactRef plan, ScriptLanguage language, string[] elements, LocatorSpec locator, CancellationToken cancellationToken)
    {
        var scripts = await host.RunStageAsync(Stages.Script, new(Guid.Empty, plan, [language], [.. elements.Select(id => new LocatorPatch(id, locator))], ScriptPurpose.Try), cancellationToken);
        return await folder.LoadAsync<ScriptProject>(scripts.Find(language)!, cancellationToken);
    }
}
