using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Cli.Settings;

/// <summary>Reads <c>login.json</c> and refuses what could not sign in, or would keep a secret in a file.</summary>
internal sealed class LoginFile(Func<string, string?> variable)
{
    public async Task<LoginSpec> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new StageException("login.not_found", $"The login file '{path}' does not exist. Check --login.", retryable: false);
        }

        LoginSpec login;
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            using var document = JsonDocument.Parse(text);
            LoginShape.Check(document.RootElement, file);
            login = document.RootElement.Deserialize<LoginSpec>(ArtifactJson.Compact)!;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StageException("login.invalid", $"{file} cannot be read: {e.Message}", retryable: false, e);
        }

        Check(login, file);
        return login;
    }

    /// <summary>Also for a login remembered with a run, whose secrets must be there again.</summary>
    public void Check(LoginSpec login, string file)
    {
        if (login.Steps.Count == 0 || (login.Success.Url is null && login.Success.Visible is null))
        {
            throw new StageException("login.invalid", $"{file} needs at least one step, and 'success' needs 'url' or 'visible'.", retryable: false);
        }

        for (var i = 0; i < login.Steps.Count; i++)
        {
            CheckStep(login.Steps[i], $"{file}: step {i + 1}");
        }
    }

    private void CheckStep(LoginStep step, string where)
    {
        if (!LoginShape.Actions.Contains(step.Do))
        {
            throw new StageException("login.invalid", $"{where}: '{step.Do}' is not an action; allowed is {string.Join(", ", LoginShape.Actions)}.", retryable: false);
        }

        if (step.Do is "fill" or "press" && string.IsNullOrEmpty(step.Value))
        {
            throw new StageException("login.invalid", $"{where}: '{step.Do}' needs a 'value'.", retryable: false);
        }

        foreach (var name in Secrets.VariablesIn(step.Value ?? ""))
        {
            if (string.IsNullOrEmpty(variable(name)))
            {
                throw new StageException("login.missing_variable", $"{where} needs the environment variable {name}, which is not set.", retryable: false);
            }
        }

        if (step.Do == "fill" && Secrets.IsSecretField(step.Locator) && !Secrets.IsOnlyVariables(step.Value!))
        {
            throw new StageException(
                "login.literal_secret",
                $"{where} holds a secret in plain text. Put it in an environment variable and write ${{env:NAME}} here.",
                retryable: false);
        }
    }
}
