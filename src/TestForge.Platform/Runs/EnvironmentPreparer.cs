using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Runs;

/// <summary>Gives a run the variables, the secrets and the sign-in of its environment.</summary>
internal sealed class EnvironmentPreparer(SecretBox box) : IRunPreparer
{
    public async Task<RunOrder> PrepareAsync(PlatformDb db, Run run, RunOrder order, CancellationToken cancellationToken)
    {
        var environment = await db.Environments.AsNoTracking().SingleAsync(e => e.Id == run.EnvironmentId, cancellationToken);
        var secrets = await ChangeSecrets.OpenAsync(db, box, environment, cancellationToken);

        // A secret wins over a variable of the same name.
        var variables = environment.Variables.Concat(secrets.Values).GroupBy(v => v.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
        return order with
        {
            Session = new(variables, [.. secrets.Values.Values], secrets.StorageState),
            Input = order.Input with { Session = order.Input.Session with { Login = environment.Login } },
        };
    }
}
