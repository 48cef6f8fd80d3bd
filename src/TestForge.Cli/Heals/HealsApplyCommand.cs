using System.Text.Json;
using TestForge.Cli.Commands;
using TestForge.Cli.Progress;
using TestForge.Cli.Settings;
using TestForge.Engine.Hosting;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;

namespace TestForge.Cli.Heals;

/// <summary>Shows what approved heals change in generated projects, or writes it. A person's edits stay.</summary>
internal sealed class HealsApplyCommand(CliEnvironment environment, HealsTarget target)
{
    /// <param name="ids">The heals; none means all that are approved.</param>
    /// <param name="project">The project's folder; null means those of the run.</param>
    /// <param name="write">Whether to write instead of showing.</param>
    /// <param name="flags">What this start was told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> RunAsync(IReadOnlyList<string> ids, string? project, bool write, SettingValues flags, CancellationToken cancellationToken)
    {
        var (file, values) = await target.FindAsync(flags, cancellationToken);
        var heals = Wanted(await file.ReadAsync(cancellationToken), ids);
        var folder = await target.RunOfAsync(file, flags, cancellationToken);
        folder.ProjectsElsewhere = ScriptFolders.Of(values);
        var (reference, plan) = await new StageFiles(folder).PlanAsync(cancellationToken);
        var uses = heals.Select(h => HealUse.Of(h, plan)).Where(u => u.ElementIds.Count > 0).ToArray();
        var applied = new List<AppliedPatch>();
        if (uses.Length > 0)
        {
            await using var host = RunHost.Create(folder, _ => { });
            foreach (var (path, language) in await ProjectsAsync(folder, project, cancellationToken))
            {
                applied.Add(await ApplyAsync(host, folder, reference, uses, path, language, write, cancellationToken));
            }

            if (write)
            {
                await folder.PutAsync(RunFolder.PlanFile, await folder.LoadAsync<TestPlan>((await ScriptAsync(host, reference, [], uses, u => u.New)).Plan, cancellationToken), cancellationToken);
            }
        }

        if (write)
        {
            var done = uses.Select(u => u.Heal.Id).ToHashSet();
            await file.UpdateAsync(m => m with { Heals = [.. m.Heals.Select(h => done.Contains(h.Id) ? h with { AppliedAt = environment.Clock.GetUtcNow() } : h)] }, cancellationToken);
        }

        Tell(heals, uses, applied, write, flags.Switch(KnownSettings.Json));
        return applied.Any(a => a.Patch.Files.Any(f => f.After is null)) ? ExitCodes.Failed : ExitCodes.Passed;
    }

    private static RememberedHeal[] Wanted(HealMemory memory, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return [.. memory.Heals.Where(h => h.Review == HealReview.Approved)];
        }

        var heals = ids.Select(id => HealsCommand.Find(memory, id)).ToArray();
        return heals.FirstOrDefault(h => h.Review != HealReview.Approved) is { } other
            ? throw new StageException("heal.not_approved", $"The heal {other.Id} is {HealText.Word(other.Review)}, and only approved ones are applied. Approve it with: testforge heals approve {other.Id}", retryable: false)
            : heals;
    }

    private async Task<IReadOnlyList<(string Path, ScriptLanguage Language)>> ProjectsAsync(RunFolder folder, string? named, CancellationToken cancellationToken)
    {
        string[] paths = named is null ? [.. Enum.GetValues<ScriptLanguage>().Select(folder.ProjectPath).Distinct()] : [Path.GetFullPath(named, environment.WorkingFolder)];
        var projects = new List<(string, ScriptLanguage)>();
        foreach (var path in paths)
        {
            if (await ProjectFolder.LanguageOfAsync(path, cancellationToken) is { } language)
            {
                projects.Add((path, language));
            }
        }

        return projects.Count > 0
            ? projects
            : throw new StageException("heal.no_project", $"There is no generated project in {string.Join(", ", paths.Select(p => $"'{p}'"))}. Name its folder with --project; it needs the .testforge folder that it was generated with.", retryable: false);
    }

    private static async Task<AppliedPatch> ApplyAsync(RunHost host, RunFolder folder, ArtifactRef plan, HealUse[] uses, string path, ScriptLanguage language, bool write, CancellationToken cancellationToken)
    {
        var before = await folder.LoadAsync<ScriptProject>((await ScriptAsync(host, plan, [language], uses, u => u.Old)).Find(language)!, cancellationToken);
        var after = await folder.LoadAsync<ScriptProject>((await ScriptAsync(host, plan, [language], uses, u => u.New)).Find(language)!, cancellationToken);
        var patch = await ProjectPatch.OfAsync(path, before, after, cancellationToken);
        if (write)
        {
            await patch.WriteAsync(before, after, cancellationToken);
        }

        return new(patch, write);
    }

    private static Task<ScriptOutput> ScriptAsync(RunHost host, ArtifactRef plan, IReadOnlyList<ScriptLanguage> languages, HealUse[] uses, Func<RememberedHeal, LocatorSpec> locator) => host.RunStageAsync(
        Stages.Script,
        new(Guid.Empty, plan, languages, [.. uses.SelectMany(u => u.ElementIds.Select(id => new LocatorPatch(id, locator(u.Heal))))], ScriptPurpose.Try),
        CancellationToken.None);

    private void Tell(RememberedHeal[] heals, HealUse[] uses, List<AppliedPatch> applied, bool write, bool json)
    {
        if (json)
        {
            environment.Output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    heals = uses.Select(u => new { u.Heal.Id, u.Heal.Element, u.Heal.Page, old = u.Heal.Old.ToString(), @new = u.Heal.New.ToString(), usedBy = u.Cases.Select(c => new { c.Id, c.Title }) }),
                    projects = applied.Select(a => new { a.Patch.Folder, a.Written, files = a.Patch.Files.Select(f => new { f.File, conflict = f.After is null, lines = f.Conflicts }), diff = a.Patch.Diff("") }),
                },
                ArtifactJson.Indented));
            return;
        }

        foreach (var line in Lines(heals, uses, applied, write))
        {
            environment.Output.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(RememberedHeal[] heals, HealUse[] uses, List<AppliedPatch> applied, bool write)
    {
        foreach (var use in uses)
        {
            yield return $"# {HealText.Line(use.Heal)}";
            foreach (var testCase in use.Cases)
            {
                yield return $"#   {TerminalText.Clean(testCase.Id)}: {TerminalText.Clean(testCase.Title)}";
            }
        }

        foreach (var heal in heals.Except(uses.Select(u => u.Heal)))
        {
            yield return $"# {heal.Id}: the test plan has no such element any more";
        }

        foreach (var (patch, _) in applied)
        {
            yield return $"# In {patch.Folder}:";
            foreach (var changed in patch.Files)
            {
                if (changed.After is null)
                {
                    yield return $"# Conflict {TerminalText.Clean(changed.File)}:{string.Join(',', changed.Conflicts)}: you changed the same lines; put the new locator in by hand";
                }
                else if (write)
                {
                    yield return $"Written  {TerminalText.Clean(changed.File)}";
                }
            }

            if (!write)
            {
                yield return patch.Diff("").TrimEnd('\n');
            }
        }

        if (applied.All(a => a.Patch.Files.Count == 0))
        {
            yield return heals.Length == 0 ? "# No heal is approved." : "# Nothing to change: the scripts have these locators already.";
        }
    }
}
