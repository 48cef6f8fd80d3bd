using System.CommandLine;
using System.Text.Json;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;
using TestForge.Platform.Personal;
using TestForge.Platform.Quotas;
using TestForge.Platform.Tenancy;

namespace TestForge.Server;

/// <summary>Commands of the operator for what is kept of tenants and persons: list, export, erase, and check the proof of that.</summary>
internal sealed class PersonalCommands(TextWriter output, Option<string?> data, Func<ParseResult, ServerSettings> settingsOf)
{
    private const string Owner = "On PostgreSQL it needs TESTFORGE_DATABASE_OWNER.";

    private readonly Argument<Guid> _tenant = new("ID") { Description = "The tenant." };
    private readonly Argument<string> _email = new("EMAIL") { Description = "The person's e-mail address." };
    private readonly Argument<FileInfo> _proof = new("FILE") { Description = "A proof that erase wrote." };
    private readonly Option<string> _out = new("--out") { Description = "The archive to write; it must not be there yet.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _proofFile = new("--proof") { Description = "Where the proof is written. Default: erased-ID.json.", HelpName = "FILE" };
    private readonly Option<bool> _yes = new("--yes") { Description = "Erases. Without it, what would be erased is only counted." };

    private readonly Option<string[]> _set = new("--set") { Description = "KIND=NUMBER; KIND=none for no end, KIND=default for the installation's own number. May be given again.", HelpName = "KIND=NUMBER" };

    public Command Tenants()
    {
        var tenants = new Command("tenants", $"The tenants of the installation. {Owner}");
        tenants.Add(New("list", "Lists tenants: id and when they were made.", [], [], ListAsync));
        tenants.Add(New("export", "Writes all that is of a tenant into a zip: rows as JSON lines, files decrypted, a manifest with hashes. Secrets are left out.", [_tenant], [_out], ExportTenantAsync));
        tenants.Add(New("erase", "Erases all that is of a tenant, its keys too, and writes a proof. On SQLite, stop the server first.", [_tenant], [_yes, _proofFile], EraseTenantAsync));
        tenants.Add(New("verify", "Checks a proof, and that nothing of the tenant is there; exit code 1 when something is wrong.", [_proof], [], VerifyAsync));
        tenants.Add(New("quota", "Shows what a tenant has used and may use, and with --set changes it.", [_tenant], [_set], QuotaAsync));
        return tenants;
    }

    public Command Persons()
    {
        var persons = new Command("persons", $"People, who may be members of several tenants. {Owner}");
        persons.Add(New("export", "Writes what is kept of a person into a zip.", [_email], [_out], ExportPersonAsync));
        persons.Add(New("erase", "Erases a person: name, addresses, memberships, keys. The audit log stays and can still be verified.", [_email], [_yes, _proofFile], ErasePersonAsync));
        return persons;
    }

    private Command New(string name, string description, Argument[] arguments, Option[] options, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> action)
    {
        var command = new Command(name, description) { data };
        foreach (var argument in arguments)
        {
            command.Add(argument);
        }

        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, token) =>
        {
            var settings = settingsOf(parsed);

            // On SQLite the folder is one process's; reading would be no harm, changing would.
            using var folder = settings.Database is null && name is "erase" ? DataFolder.Open(settings.DataFolder) : null;
            await using var app = ServerHost.Build(settings);
            return await action(parsed, app.Services, token);
        });
        return command;
    }

    private async Task<int> ListAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var (tenant, createdAt) in await services.GetRequiredService<TenantDirectory>().ListAsync(cancellationToken))
        {
            output.WriteLine($"{tenant}  {createdAt:yyyy-MM-dd}");
        }

        return 0;
    }

    private async Task<int> QuotaAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (tenant, quotas) = (new TenantId(parsed.GetValue(_tenant)), services.GetRequiredService<TenantQuotas>());
        var changes = (parsed.GetValue(_set) ?? []).Select(QuotaChange.Read).ToArray();
        if (await quotas.ReadAsync(tenant, cancellationToken) is null)
        {
            throw new PersonalException("tenants.not_found", $"There is no tenant {tenant}.");
        }

        foreach (var change in changes)
        {
            await (change.Default ? quotas.ResetAsync(tenant, change.Kind, cancellationToken) : quotas.SetAsync(tenant, change.Kind, change.Most, cancellationToken));
        }

        foreach (var (kind, used, most) in (await quotas.ReadAsync(tenant, cancellationToken))!)
        {
            output.WriteLine($"{QuotaChange.Word(kind)}  {used} of {(most is null ? "no end" : most)}");
        }

        return 0;
    }

    private Task<int> ExportTenantAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken) =>
        ExportAsync(parsed.GetValue(_out)!, stream => services.GetRequiredService<TenantExport>().WriteAsync(new(parsed.GetValue(_tenant)), stream, cancellationToken));

    private Task<int> ExportPersonAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken) =>
        ExportAsync(parsed.GetValue(_out)!, stream => services.GetRequiredService<PersonExport>().WriteAsync(parsed.GetValue(_email)!, stream, cancellationToken));

    private async Task<int> EraseTenantAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var tenant = new TenantId(parsed.GetValue(_tenant));
        var erasure = services.GetRequiredService<TenantErasure>();
        if (!parsed.GetValue(_yes))
        {
            foreach (var (name, count) in (await erasure.CountAsync(tenant, cancellationToken)).Where(c => c.Count > 0))
            {
                output.WriteLine($"{count,10}  {name}");
            }

            output.WriteLine("Nothing was erased. To erase all of this for good, add --yes.");
            return 0;
        }

        return await ProveAsync(parsed, await erasure.EraseAsync(tenant, cancellationToken), cancellationToken);
    }

    private async Task<int> ErasePersonAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!parsed.GetValue(_yes))
        {
            output.WriteLine("Nothing was erased. See what is kept with 'persons export', and add --yes to erase it for good.");
            return 0;
        }

        return await ProveAsync(parsed, await services.GetRequiredService<PersonErasure>().EraseAsync(parsed.GetValue(_email)!, cancellationToken), cancellationToken);
    }

    private async Task<int> VerifyAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(_proof)!;
        ErasureProof proof;
        try
        {
            proof = JsonSerializer.Deserialize<ErasureProof>(await File.ReadAllTextAsync(file.FullName, cancellationToken), ArtifactJson.Compact) ?? throw new JsonException("It is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new PersonalException("tenants.bad_proof", $"'{file}' is no proof that can be read: {e.Message}");
        }

        var trouble = await services.GetRequiredService<TenantErasure>().WhyNotAsync(proof, cancellationToken);
        output.WriteLine(trouble ?? $"In order: {proof.What} {proof.Id} was erased at {proof.EndedAt:u}, and nothing of it is there.");
        return trouble is null ? 0 : 1;
    }

    private async Task<int> ExportAsync(string path, Func<Stream, Task<IReadOnlyList<ExportFile>>> write)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            throw new PersonalException("tenants.out_exists", $"'{full}' is there already. Choose another name with --out.");
        }

        IReadOnlyList<ExportFile> files = [];
        await WholeFile.WriteAsync(full, async stream => files = await write(stream), CancellationToken.None);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        output.WriteLine($"{files.Count} files, {files.Sum(f => f.Rows ?? 0)} rows: {full}");
        return 0;
    }

    private async Task<int> ProveAsync(ParseResult parsed, ErasureProof proof, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(parsed.GetValue(_proofFile) ?? $"erased-{proof.Id}.json");
        await WholeFile.WriteAsync(full, JsonSerializer.SerializeToUtf8Bytes(proof, ArtifactJson.Indented), cancellationToken);
        output.WriteLine($"Erased {proof.Tables.Sum(t => t.Before)} rows{(proof.Files is { } files ? $" and {files.Before} files" : "")}. Proof: {full}");
        return 0;
    }
}
