using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Replays;

namespace BounceBoard.Operations.Tests.Verdicts.Playing;

/// <summary>A scenario's refusal as a report that somebody read.</summary>
internal static class PlayedReport
{
    /// <param name="number">Makes it one of its own: two refusals of a scenario are never two reports of one.</param>
    public static BounceReport Of(ReplayRefusal row, ReplayTenant sender, int number)
    {
        var refusal = row.Refusal;
        return new BounceReport
        {
            Kind = refusal.Permanent == false ? BounceKind.Delay : BounceKind.Bounce,
            Format = "replayed",
            Recipient = row.Submitted,
            RecipientDomain = refusal.Domain.Value,
            Status = refusal.Status,
            ReplyCode = refusal.ReplyCode,
            ReplyText = refusal.ReplyText,
            Stage = refusal.Stage,
            RemoteMta = refusal.Endpoint.Name,
            RemoteIp = refusal.Endpoint.Ip,
            RemoteIpSource = FieldSource.Stated,
            SendingIp = IPAddress.TryParse(refusal.SendingIp, out var ip) ? ip : null,
            Pool = refusal.Pool ?? sender.PoolOf(refusal.SendingIp),
            Sender = refusal.Sender,
            QueueId = $"Q{number}",
            OccurredAt = refusal.At,
            OccurredAtSource = FieldSource.Stated,
            Category = refusal.Category,
            Permanent = refusal.Permanent,
        };
    }
}
