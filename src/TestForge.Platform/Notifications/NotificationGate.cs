using Microsoft.Extensions.Options;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Notifications;

/// <summary>Where this server sends to.</summary>
internal sealed class NotificationGate(TargetGate targets, IOptions<EgressOptions> egress, IOptions<MailOptions> mail)
{
    public TargetGate Targets => targets;

    public EgressOptions Egress => egress.Value;

    public bool SendsMail => mail.Value is { Host.Length: > 0, From.Length: > 0 };

    /// <summary>Domains to which mail may go besides the members.</summary>
    public IList<string> Domains => mail.Value.Domains;
}
